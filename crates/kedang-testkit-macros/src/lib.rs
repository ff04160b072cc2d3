//! `#[both_engines]`: one test function, two tests, one on each engine.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Makes `fn name(engine: Engine)` into the tests `name::sqlite` and `name::postgres`.
///
/// An `async fn` runs under `#[tokio::test]`, which gets the attribute's arguments
/// (`#[both_engines(flavor = "multi_thread")]`). Other attributes of the function go to both tests.
/// Without `KEDANG_TEST_POSTGRES` the PostgreSQL test fails: an engine nobody ran on is no success.
///
/// # Errors
/// A compile error if this stands on anything but a function with one parameter, the engine.
#[proc_macro_attribute]
pub fn both_engines(arguments: TokenStream, item: TokenStream) -> TokenStream {
    match Function::read(item) {
        Ok(function) => function.module(&arguments.to_string()),
        Err(complaint) => source(&format!("compile_error!({complaint:?});")),
    }
}

/// The pieces of the function.
struct Function {
    /// The attributes but doc comments, as source text.
    attributes: String,
    is_async: bool,
    name: String,
    /// The type of the parameter, as source text.
    engine: String,
    /// What stands between the parameters and the body, as source text.
    returns: String,
    /// Doc comments and everything from `async` or `fn` on: the tokens themselves, so that errors
    /// and panics point into the test.
    whole: TokenStream,
}

impl Function {
    fn read(item: TokenStream) -> Result<Self, &'static str> {
        const SHAPE: &str = "#[both_engines] wants `fn name(engine: Engine)`";
        let mut tokens = item.into_iter();
        let mut whole = Vec::new();
        let (mut attributes, mut is_async) = (String::new(), false);
        loop {
            let token = tokens.next().ok_or(SHAPE)?;
            match token.to_string().as_str() {
                "#" => {
                    let attribute = tokens.next().ok_or(SHAPE)?;
                    let text = attribute.to_string();
                    if text.trim_start_matches(['[', ' ']).starts_with("doc") {
                        whole.extend([token, attribute]);
                    } else {
                        attributes.push_str(&format!("#{text}\n"));
                    }
                    continue;
                }
                "async" => is_async = true,
                "fn" => {
                    whole.push(token);
                    break;
                }
                _ => return Err(SHAPE),
            }
            whole.push(token);
        }
        let rest: Vec<TokenTree> = tokens.collect();
        let [name, TokenTree::Group(parameters), returns @ .., _body] = rest.as_slice() else {
            return Err(SHAPE);
        };
        let (name, engine) = (name.to_string(), parameter_type(parameters).ok_or(SHAPE)?);
        let returns = returns.iter().cloned().collect::<TokenStream>().to_string();
        whole.extend(rest);
        let whole = whole.into_iter().collect();
        Ok(Function {
            attributes,
            is_async,
            name,
            engine,
            returns,
            whole,
        })
    }

    /// A module with the function and its two tests.
    fn module(self, arguments: &str) -> TokenStream {
        let Function {
            attributes,
            is_async,
            name,
            engine,
            returns,
            whole,
        } = self;
        let (test, start, wait) = match (is_async, arguments) {
            (true, "") => ("#[::tokio::test]".to_owned(), "async fn", ".await"),
            (true, some) => (format!("#[::tokio::test({some})]"), "async fn", ".await"),
            (false, _) => ("#[test]".to_owned(), "fn", ""),
        };
        let tests = format!(
            "{attributes} {test}
            {start} sqlite() {returns} {{ {name}({engine}::Sqlite){wait} }}
            {attributes} {test}
            {start} postgres() {returns} {{
                assert!(
                    ::std::env::var_os(\"KEDANG_TEST_POSTGRES\").is_some(),
                    \"KEDANG_TEST_POSTGRES is not set: run the tests through dev/with-postgres\",
                );
                {name}({engine}::Postgres){wait}
            }}"
        );
        let mut inside = source("use super::*;");
        inside.extend(whole);
        inside.extend(source(&tests));
        let mut module = source(&format!("mod {name}"));
        module.extend([TokenTree::Group(Group::new(Delimiter::Brace, inside))]);
        module
    }
}

/// The type in `engine: Engine`; nothing if there are other parameters.
fn parameter_type(parameters: &Group) -> Option<String> {
    let is = |token: &TokenTree, sign: char| matches!(token, TokenTree::Punct(p) if *p == sign);
    let mut tokens = parameters.stream().into_iter();
    tokens.by_ref().find(|token| is(token, ':'))?;
    let rest: Vec<TokenTree> = tokens.collect();
    let end = rest
        .iter()
        .position(|token| is(token, ','))
        .unwrap_or(rest.len());
    let alone = rest.len() - end <= 1;
    (end > 0 && alone).then(|| {
        rest[..end]
            .iter()
            .cloned()
            .collect::<TokenStream>()
            .to_string()
    })
}

/// Tokens of source text written here, which is well-formed unless the function's own was not.
fn source(text: &str) -> TokenStream {
    text.parse()
        .unwrap_or_else(|error: proc_macro::LexError| panic!("{error}: {text}"))
}
