//! Pages as they come out: nothing is lost, nothing breaks, the same goes in and comes out.

use kedang_paper::{
    Align, Block, Cell, Enclosed, Fonts, Foot, Grid, Imprint, Inline, Paper, Piece, Row, Style,
    lay_out, write,
};

const BODY: Style = Style::size(9.5);

fn text(said: &str) -> Vec<Inline> {
    vec![Inline::Text(said.to_owned(), BODY)]
}

fn cell(said: &str) -> Cell {
    Cell::of(vec![Piece::Text(text(said), Align::Left)])
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        cells,
        ..Row::default()
    }
}

fn paper(columns: &[f32], heads: usize, rows: Vec<Row>) -> Paper {
    let columns = columns.to_vec();
    Paper {
        blocks: vec![Block::Grid(Grid {
            columns,
            heads,
            rows,
        })],
        foot: Foot {
            left: "左".to_owned(),
            framed: None,
            right: "右".to_owned(),
        },
        watermark: None,
    }
}

fn imprint() -> Imprint {
    Imprint {
        title: "试".to_owned(),
        author: "社".to_owned(),
        language: "zh-CN".to_owned(),
        at: [2026, 11, 23, 17, 0, 0],
        offset: 480,
        id: "1".to_owned(),
        alts: ["图".to_owned(), "签".to_owned()],
        enclosed: Vec::new(),
    }
}

#[test]
fn odd_characters_end_as_boxes_and_never_lose_the_document() {
    let fonts = Fonts::alone().unwrap();
    for (said, missing) in [
        ("\u{e5e5}私用", true),
        ("\u{fffe}", true),
        ("\u{0}零\u{feff}", false),
        ("葛\u{e0100}", false),
        ("喆堃玥镕𬭎㐂", false),
        ("𠀀", true),
        ("e\u{301}", false),
        ("", false),
    ] {
        let pages = lay_out(&[paper(&[1.0], 0, vec![row(vec![cell(said)])])], &fonts);
        let pdf = write(&pages, &imprint(), &fonts).unwrap();
        assert_eq!(!pdf.missing.is_empty(), missing, "{said:?}");
        assert_eq!(pdf.pages, 1, "{said:?}");
    }
}

#[test]
fn equal_pages_are_equal_bytes() {
    let fonts = Fonts::alone().unwrap();
    let one = || lay_out(&[paper(&[1.0], 0, vec![row(vec![cell("同")])])], &fonts);
    let bytes = |at: Imprint| write(&one(), &at, &fonts).unwrap().bytes;
    assert_eq!(bytes(imprint()), bytes(imprint()));
    let later = Imprint {
        at: [2026, 11, 23, 17, 0, 1],
        ..imprint()
    };
    assert_ne!(bytes(imprint()), bytes(later));
}

#[test]
fn a_long_table_repeats_its_head_and_loses_no_row() {
    let fonts = Fonts::alone().unwrap();
    let mut rows = vec![row(vec![cell("表头")])];
    rows.extend((0..300).map(|n| row(vec![cell(&format!("第{n}行"))])));
    let pages = lay_out(&[paper(&[1.0], 1, rows)], &fonts).text();
    assert!(pages.len() > 7, "{}", pages.len());
    for (nth, page) in pages.iter().enumerate() {
        assert_eq!(page.matches("表头").count(), 1, "{page}");
        assert!(
            page.contains(&format!("{} / {}", nth + 1, pages.len())),
            "{page}"
        );
    }
    let all = pages.join("\n");
    for n in 0..300 {
        assert_eq!(all.matches(&format!("第{n}行")).count(), 1, "row {n}");
    }
}

#[test]
fn a_row_higher_than_a_page_goes_on_line_by_line() {
    let fonts = Fonts::alone().unwrap();
    let long: String = (0..2_000).map(|n| format!("句{n}。")).collect();
    for height in [0, 30] {
        let mut rows: Vec<Row> = (0..height)
            .map(|_| row(vec![cell("前"), cell("后")]))
            .collect();
        rows.push(row(vec![cell("名"), cell(&long)]));
        rows.push(row(vec![cell("末"), cell("尾")]));
        let pages = lay_out(&[paper(&[1.0, 5.0], 0, rows)], &fonts).text();
        let all: String = pages.join("\n").split_whitespace().collect();
        let numbers = all.matches('句').count();
        assert_eq!(numbers, 2_000, "{height} rows before");
        assert!(pages.len() > 2 && all.contains("句1999。") && all.contains("尾"));
    }
}

#[test]
fn rows_that_are_held_together_and_too_high_are_parted() {
    let fonts = Fonts::alone().unwrap();
    let tall: String = (0..1_500).map(|n| format!("注{n}。")).collect();
    let mut first = cell(&tall);
    first.down = 60;
    let mut rows = vec![row(vec![first, cell("行0")])];
    rows.extend((1..60).map(|n| row(vec![cell(&format!("行{n}"))])));
    let pages = lay_out(&[paper(&[1.0, 1.0], 0, rows)], &fonts).text();
    let all: String = pages.join("\n").split_whitespace().collect();
    assert_eq!(all.matches('注').count(), 1_500);
    assert_eq!(all.matches('行').count(), 60);
}

#[test]
fn lines_keep_the_rules_of_a_typesetter_at_every_width() {
    let fonts = Fonts::alone().unwrap();
    let said = "她说：《红楼梦》、《西游记》（共四部），都“好看”。价格￥1,280.00（含税），折扣 85%。SK-II 精华！";
    for share in 20..80 {
        let grid = paper(
            &[share as f32, 100.0 - share as f32],
            0,
            vec![row(vec![cell(said), cell("")])],
        );
        let page = lay_out(&[grid], &fonts).text().join("\n");
        let lines: Vec<&str> = page.lines().filter(|line| !line.contains('左')).collect();
        let flat: String = page.split_whitespace().collect();
        let whole: String = said.split_whitespace().collect();
        assert!(flat.contains(&whole), "{share}: {page}");
        for line in lines {
            let first = line.chars().next().unwrap();
            assert!(!"、。，：）》”！%".contains(first), "{share}: {line}");
            let last = line.trim_end().chars().last().unwrap();
            assert!(!"（《“￥".contains(last), "{share}: {line}");
        }
    }
}

#[test]
fn columns_stand_side_by_side_and_keep_to_their_share() {
    let fonts = Fonts::alone().unwrap();
    let piece = Piece::Columns(vec![text("甲一\n甲二"), text("乙一\n乙二\n乙三")]);
    let rows = vec![row(vec![Cell::of(vec![piece])])];
    let pages = lay_out(&[paper(&[1.0], 0, rows)], &fonts);
    let said = &pages.text()[0];
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[..3], ["甲一 乙一", "甲二 乙二", "乙三"], "{said}");
    let long = Piece::Columns(vec![text(&"长".repeat(40)), text("短")]);
    let rows = vec![row(vec![Cell::of(vec![long])])];
    let said = lay_out(&[paper(&[1.0], 0, rows)], &fonts).text()[0].clone();
    let first = said.lines().next().unwrap_or_default();
    assert!(first.ends_with(" 短"), "not over its neighbour: {said}");
    assert!(first.chars().filter(|c| *c == '长').count() < 40, "{said}");
}

#[test]
fn the_last_rows_of_a_grid_do_not_stand_alone_on_the_next_page() {
    let fonts = Fonts::alone().unwrap();
    let rows = |count: usize| {
        let one = |n: usize| Row {
            least: 22.0,
            ..row(vec![cell(&format!("第{n}行"))])
        };
        (1..=count).map(one).collect::<Vec<_>>()
    };
    let pages = |count| lay_out(&[paper(&[1.0], 0, rows(count))], &fonts).count();
    // 756 points of a page hold 34 rows of 22, and 40 as close as their text lets them.
    assert_eq!((pages(34), pages(36), pages(40)), (1, 1, 1));
    assert_eq!(
        (pages(46), pages(100)),
        (2, 3),
        "no closer than can be written in"
    );
    // The same for cells that are to be higher, but not for what is glued in.
    let high = |count: usize, glue: bool| {
        let one = |_| {
            let cell = Cell {
                least: 100.0,
                glue,
                ..cell("粘")
            };
            row(vec![cell])
        };
        let rows = (0..count).map(one).collect();
        lay_out(&[paper(&[1.0], 0, rows)], &fonts).count()
    };
    let plain = (high(7, false), high(8, false), high(10, false));
    assert_eq!(plain, (1, 1, 2));
    assert_eq!((high(7, true), high(8, true)), (1, 2));
}

#[test]
fn what_the_pages_say_goes_with_them_as_a_file() {
    let fonts = Fonts::alone().unwrap();
    let pages = lay_out(&[paper(&[1.0], 0, vec![row(vec![cell("甲")])])], &fonts);
    let one = |name: &str| Enclosed {
        name: name.to_owned(),
        description: "答案".to_owned(),
        json: "{}".to_owned(),
    };
    let with = |names: &[&str]| {
        let imprint = Imprint {
            enclosed: names.iter().map(|name| one(name)).collect(),
            ..imprint()
        };
        write(&pages, &imprint, &fonts)
    };
    let holds = |pdf: &[u8], word: &[u8]| pdf.windows(word.len()).any(|part| part == word);
    let bytes = with(&["a.json", "b.json"]).unwrap().bytes;
    for word in ["a.json", "b.json", "/AFRelationship", "application#2Fjson"] {
        assert!(holds(&bytes, word.as_bytes()), "{word}");
    }
    assert_eq!(bytes, with(&["a.json", "b.json"]).unwrap().bytes);
    assert!(with(&["a.json", "a.json"]).is_err(), "two of one name");
}

#[test]
fn pages_set_one_by_one_are_one_document() {
    let fonts = Fonts::alone().unwrap();
    let one = |said: &str| {
        let rows = vec![row(vec![cell(said), Cell::of(Vec::new())])];
        lay_out(&[paper(&[1.0, 1.0], 0, rows)], &fonts)
    };
    let mut all = one("甲");
    all.append(one("乙"));
    assert_eq!((all.count(), all.starts()), (2, [0, 1].as_slice()));
    let pdf = write(&all, &imprint(), &fonts).unwrap();
    assert_eq!(pdf.pages, 2);
}
