//! A text to be read, written in markdown by the house itself.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html as written};

/// Markdown as a page of text. HTML in it is shown as it was typed, pictures as their words, and a
/// link leads to the web or within the house, or is no link; headings begin below that of the page.
#[must_use]
pub fn prose(markdown: &str) -> Markup {
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let mut text = String::with_capacity(markdown.len() * 2);
    written::push_html(&mut text, parser.filter_map(harmless));
    html! { div class="prose" { (PreEscaped(text)) } }
}

/// The event as it may stand on a page; nothing where it only opens or closes what may not.
fn harmless(event: Event<'_>) -> Option<Event<'_>> {
    Some(match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        // The alignment of a column would be a style attribute, which the policy blocks.
        Event::Start(Tag::Table(columns)) => Event::Start(Tag::Table(vec![
                pulldown_cmark::Alignment::None;
                columns.len()
            ])),
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: below(level),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: leads(dest_url),
            title,
            id,
        }),
        other => other,
    })
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// Where a link leads: an address of the web or of the house, else to the top of the page.
fn leads(to: CowStr<'_>) -> CowStr<'_> {
    let lower = to.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let house = to.starts_with('/') && !to.starts_with("//");
    if web || house { to } else { "#".into() }
}

#[cfg(test)]
mod tests {
    use super::prose;

    fn drawn(markdown: &str) -> String {
        let whole = prose(markdown).into_string();
        let inside = whole.strip_prefix("<div class=\"prose\">");
        let inside = inside.and_then(|rest| rest.strip_suffix("</div>"));
        inside.unwrap_or("not a text").trim().to_owned()
    }

    #[test]
    fn what_people_write_becomes_a_text() {
        for (markdown, html) in [
            (
                "# 一\n\n字 **重** 字",
                "<h2>一</h2>\n<p>字 <strong>重</strong> 字</p>",
            ),
            ("###### 六", "<h6>六</h6>"),
            ("1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
            ("[册](/customers)", "<p><a href=\"/customers\">册</a></p>"),
            (
                "[网](https://www.example.com)",
                "<p><a href=\"https://www.example.com\">网</a></p>",
            ),
        ] {
            assert_eq!(drawn(markdown), html, "{markdown}");
        }
        let table = drawn("| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |");
        assert!(
            table.contains("<td>1</td>") && !table.contains("style"),
            "{table}"
        );
    }

    #[test]
    fn what_could_do_harm_is_shown_as_text_or_leads_nowhere() {
        for (markdown, html) in [
            (
                "<script>alert(1)</script>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
            ),
            (
                "字 <b onclick=\"x\">字</b>",
                "<p>字 &lt;b onclick=\"x\"&gt;字&lt;/b&gt;</p>",
            ),
            ("[点](javascript:alert(1))", "<p><a href=\"#\">点</a></p>"),
            ("[点](JaVaScRiPt:alert(1))", "<p><a href=\"#\">点</a></p>"),
            ("[点](data:text/html,x)", "<p><a href=\"#\">点</a></p>"),
            ("[点](//evil.example)", "<p><a href=\"#\">点</a></p>"),
            ("![图](https://evil.example/x.png)", "<p>图</p>"),
        ] {
            assert_eq!(drawn(markdown), html, "{markdown}");
        }
    }
}
