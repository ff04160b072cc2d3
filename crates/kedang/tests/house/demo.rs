//! The demo company: invented from a seed, and lived through the use cases.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use kedang_app::forms::{Answers, Context, Form, Kind, has_errors, shipped};
use kedang_core::access::Role;
use kedang_core::digest::{hex, sha256};
use kedang_demo::{Card, Plan, What, accounts, build, stories};
use kedang_testkit::{Engine, TestApp, both_engines};

const PLAN: Plan = Plan {
    seed: 7,
    customers: 90,
};

fn today() -> jiff::civil::Date {
    jiff::civil::Date::constant(2026, 11, 25)
}

#[test]
fn the_same_seed_tells_the_same_stories_and_another_seed_others() {
    let digest = |seed| {
        let plan = Plan { seed, ..PLAN };
        hex(&sha256(&[
            format!("{:?}", stories(&plan, today())).as_bytes()
        ]))
    };
    assert_eq!(digest(7), digest(7));
    assert_ne!(digest(7), digest(8));
}

#[test]
fn nobody_has_done_what_is_still_to_come_and_every_company_has_its_own_name() {
    let plan = Plan {
        seed: 1,
        customers: 2_000,
    };
    let all = stories(&plan, today());
    assert_eq!(all.len(), 2_000);
    // Midnight in Shanghai.
    let ends = 1_795_536_000_000_000;
    let mut names = BTreeSet::new();
    for story in &all {
        let name = &story.customer.name;
        for card in &story.cards {
            assert!(
                card.at >= story.at,
                "{name}: {} before the customer",
                card.form
            );
            let mut at = card.at;
            for deed in &card.deeds {
                assert!(deed.at >= at, "{name}: {} goes back in time", card.form);
                at = deed.at;
            }
            assert!(at < ends, "{name}: {} in the future", card.form);
        }
        for file in &story.files {
            assert!(file.at < ends, "{name}: {}", file.name);
        }
        if story.customer.kind == "organization" {
            assert!(names.insert(name.clone()), "{name} twice");
        }
    }
    let filled: BTreeSet<_> = all
        .iter()
        .flat_map(|s| s.cards.iter().map(|c| c.form))
        .collect();
    assert!(names.len() > 700 && filled.len() == shipped().len());
}

/// Rows that are written apart are checked too: a demo that fails on the day somebody tries it is
/// worse than none.
#[test]
fn every_answer_holds_whatever_the_day() {
    let forms: BTreeMap<&str, Form> = shipped()
        .iter()
        .map(|(key, sources)| (*key, Form::compile(sources).expect("compiles")))
        .collect();
    for today in [
        "2026-11-25",
        "2027-01-01",
        "2028-02-29",
        "2028-03-01",
        "2029-12-31",
    ] {
        let plan = Plan {
            seed: 20_261,
            customers: 300,
        };
        for story in stories(&plan, today.parse().expect("a day")) {
            let customer = story.customer.check(today);
            assert!(
                customer.is_ok(),
                "{today} {}: {customer:?}",
                story.customer.name
            );
            for card in &story.cards {
                holds(
                    &forms[card.form],
                    card,
                    &format!("{today} {}", story.customer.name),
                );
            }
        }
    }
}

fn holds(form: &Form, card: &Card, who: &str) {
    let mut signed = BTreeMap::new();
    let mut answers = Answers::default();
    for deed in &card.deeds {
        let mut context = Context::on(day(deed.at));
        context.opened_on = Some(day(card.at));
        context.signed.clone_from(&signed);
        let found = match &deed.what {
            What::Save { answers: typed, .. } => {
                let draft = form.accept(&typed.to_string());
                let mut found = form.review(&draft, &context);
                found.extend(form.check_gates(&answers, &draft.answers, &context));
                answers = draft.answers;
                found
            }
            What::Sign { field, .. } => {
                let posts = match form.field(field).map(|f| &f.kind) {
                    Some(Kind::Signature(place)) => place.post.iter().cloned().collect(),
                    _ => BTreeSet::new(),
                };
                signed.insert((*field).to_owned(), posts);
                Vec::new()
            }
            // Filed only where the use case lets it.
            What::File => Vec::new(),
            What::Row { repeat, cells, .. } => {
                let (row, mut found) = form
                    .accept_row(repeat, "r1", &cells.to_string())
                    .expect("such rows");
                let checked = form.check_row(repeat, &row, &answers, &context);
                found.extend(checked.expect("such rows"));
                found
            }
        };
        assert!(!has_errors(&found), "{who} {}: {found:?}", card.form);
    }
}

/// The day in Shanghai.
fn day(at: i64) -> jiff::civil::Date {
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(8));
    let at = jiff::Timestamp::from_microsecond(at).expect("a time");
    at.to_zoned_datetime(zone).date()
}

#[both_engines]
async fn every_story_passes_the_use_cases_and_every_role_signs_in(engine: Engine) {
    let test = TestApp::empty(engine).await;
    let filled = build(&test.app, &PLAN, "correct horse")
        .await
        .expect("lived");
    assert_eq!(filled.customers, 90);
    let told = stories(&PLAN, today());
    let forms: BTreeSet<_> = told
        .iter()
        .flat_map(|s| s.cards.iter().map(|c| c.form))
        .collect();
    for form in shipped().keys() {
        assert!(forms.contains(form), "{form} is filled nowhere");
    }
    assert!(
        told.iter().any(|s| s.files.len() > 1),
        "a photo before and after"
    );

    assert_eq!(accounts().len(), Role::ALL.len());
    for (login, ..) in accounts() {
        let body = format!("login={login}&password=correct+horse");
        let answer = test.stranger().submit("/login", &body).await;
        assert_eq!(answer.location(), "/", "{login}");
    }
    let count = async |login: &str| {
        let list = test
            .caller(login)
            .await
            .get("/api/v1/customers?limit=200")
            .await
            .json();
        list["items"].as_array().map_or(0, Vec::len)
    };
    let (gm, sales, admin) = (
        count("gm").await,
        count("sales").await,
        count("admin").await,
    );
    assert_eq!((gm, admin), (90, 0));
    assert!(sales > 0 && sales < 40, "{sales}");
}

fn kedang(data: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kedang"));
    command.arg("demo").arg("--data").arg(data).args(more);
    command
}

/// Runs on an address that is taken: should it not refuse, it ends there and does not serve.
fn refused(data: &Path) -> Output {
    let taken = TcpListener::bind("127.0.0.1:0").expect("an address");
    let address = taken.local_addr().expect("its port").to_string();
    let output = kedang(data, &["--listen", &address]).output();
    output.expect("the program runs")
}

#[test]
fn a_folder_that_is_somebodys_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let ours = folder.path().join("年报.txt");
    std::fs::write(&ours, "1").expect("written");
    let output = refused(folder.path());
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("不是空的，也不是演示公司"), "{said}");
    assert_eq!(folder.path().read_dir().expect("read").count(), 1);

    let half = tempfile::tempdir().expect("a folder");
    std::fs::write(
        half.path().join("kedang-demo.json"),
        r#"{"demo":"building"}"#,
    )
    .expect("written");
    let output = refused(half.path());
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("上次没有建完"), "{said}");
}

#[test]
fn the_demo_is_built_once_and_served_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut first, greeting) = served(folder.path());
    assert!(greeting.contains("密码都是 kedang-demo"), "{greeting}");
    for role in Role::ALL {
        assert!(
            greeting.contains(&format!("  {} ", role.key())),
            "{greeting}"
        );
    }
    assert!(is_ready(&greeting), "{greeting}");
    end(&mut first);
    let mark = || {
        let mark = folder.path().join("kedang-demo.json").metadata();
        mark.and_then(|mark| mark.modified()).expect("a mark")
    };
    let built = mark();
    let (mut second, greeting) = served(folder.path());
    assert!(is_ready(&greeting), "{greeting}");
    end(&mut second);
    assert_eq!(mark(), built);
}

/// Starts the demo and reads what it says until the accounts are told.
fn served(data: &Path) -> (Child, String) {
    let mut child = kedang(data, &["--listen", "127.0.0.1:0", "--customers", "60"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let mut greeting = String::new();
    for line in lines.map_while(Result::ok) {
        greeting.push_str(&line);
        greeting.push('\n');
        if line.contains("security") {
            break;
        }
    }
    (child, greeting)
}

fn is_ready(greeting: &str) -> bool {
    let address = greeting
        .split("http://")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let mut stream = TcpStream::connect(address.expect("an address")).expect("it listens");
    let ask = "GET /readyz HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n";
    stream.write_all(ask.as_bytes()).expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    answer.starts_with("HTTP/1.1 200")
}

fn end(child: &mut Child) {
    child.kill().expect("ended");
    child.wait().expect("gone");
}
