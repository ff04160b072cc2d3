//! The course of graded ticks from visit to visit: what is new, worse, better or gone (D01-7).

use crate::answers::Answer;
use crate::kinds::{Choices, photo_of, places_of};

/// How an option stands against the last state in which the question was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Ticked now and not before.
    New,
    /// Its grade rose.
    Worse,
    /// Its grade stayed.
    Same,
    /// Its grade fell.
    Better,
    /// Ticked before and not now.
    Gone,
}

/// An option in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The question was not answered then, so nothing is known of the option.
    Unseen,
    /// Looked for and not there.
    Clear(Option<Trend>),
    /// Ticked.
    Ticked(Tick),
}

/// What is known of a ticked option in one state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tick {
    /// Its grade, if one was chosen.
    pub grade: Option<String>,
    /// None in the first state, nor where one of the two grades is not known.
    pub trend: Option<Trend>,
    /// Codes of its places on the body map, in the order of the form.
    pub places: Vec<String>,
    /// The id of its photo.
    pub photo: Option<String>,
}

/// An option through the states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Its code.
    pub option: String,
    /// One for each state, in their order.
    pub marks: Vec<Mark>,
}

impl Trend {
    /// As sent and as looked up among the words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Worse => "worse",
            Self::Same => "same",
            Self::Better => "better",
            Self::Gone => "gone",
        }
    }
}

/// The options that were ticked in any of the states, in the order of the form. `states` are the
/// answers to the question, oldest first. An unanswered state neither heals nor hurts: the next one
/// is held against the last that was answered.
#[must_use]
pub fn course(choices: &Choices, states: &[Option<&Answer>]) -> Vec<Course> {
    let options = choices.options.iter().map(|option| Course {
        option: option.clone(),
        marks: marks(choices, option, states),
    });
    let ever = |course: &Course| course.marks.iter().any(|m| matches!(m, Mark::Ticked(..)));
    options.filter(ever).collect()
}

fn marks(choices: &Choices, option: &str, states: &[Option<&Answer>]) -> Vec<Mark> {
    // What was seen last: outer nothing before the first answer, inner nothing when not ticked.
    let mut last: Option<Option<Option<String>>> = None;
    let mut marks = Vec::with_capacity(states.len());
    for state in states {
        let Some(answer) = state else {
            marks.push(Mark::Unseen);
            continue;
        };
        let now = ticked(answer, option);
        let trend = last
            .as_ref()
            .and_then(|before| trend(choices, before, &now));
        marks.push(match &now {
            Some(grade) => Mark::Ticked(tick(answer, option, grade.clone(), trend)),
            None => Mark::Clear(trend),
        });
        last = Some(now);
    }
    marks
}

fn tick(answer: &Answer, option: &str, grade: Option<String>, trend: Option<Trend>) -> Tick {
    let mut tick = Tick {
        grade,
        trend,
        ..Tick::default()
    };
    if let Answer::Given(value) = answer {
        let places = places_of(value, option).into_iter();
        tick.places = places.map(str::to_owned).collect();
        tick.photo = photo_of(value, option).map(str::to_owned);
    }
    tick
}

#[expect(
    clippy::option_option,
    reason = "not ticked and ticked without a grade are different"
)]
fn ticked(answer: &Answer, option: &str) -> Option<Option<String>> {
    let Answer::Given(value) = answer else {
        return None;
    };
    let grade = || value.part("grades")?.part_text(option).map(str::to_owned);
    value.picked().contains(&option).then(grade)
}

fn trend(
    choices: &Choices,
    before: &Option<Option<String>>,
    now: &Option<Option<String>>,
) -> Option<Trend> {
    let place = |grade: &Option<String>| {
        choices
            .grades
            .iter()
            .position(|g| Some(g) == grade.as_ref())
    };
    match (before, now) {
        (None, None) => None,
        (None, Some(_)) => Some(Trend::New),
        (Some(_), None) => Some(Trend::Gone),
        (Some(before), Some(now)) => Some(match place(now)?.cmp(&place(before)?) {
            std::cmp::Ordering::Greater => Trend::Worse,
            std::cmp::Ordering::Equal => Trend::Same,
            std::cmp::Ordering::Less => Trend::Better,
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::value::Value;

    fn problems() -> Choices {
        let list = |codes: [&str; 3]| codes.map(str::to_owned).to_vec();
        Choices {
            options: list(["dull", "wrinkles", "milia"]),
            grades: list(["mild", "moderate", "severe"]),
            ..Choices::default()
        }
    }

    /// `-` unanswered, `0` 无, else options with the number of their grade: `dull2 milia`.
    fn state(told: &str) -> Option<Answer> {
        if told == "-" {
            return None;
        }
        if told == "0" {
            return Some(Answer::None);
        }
        let name = |word: &str| word.trim_end_matches(char::is_numeric).to_owned();
        let picked: Vec<_> = told.split(' ').map(name).collect();
        let grades = told.split(' ').filter_map(|word| {
            let nth: usize = word.strip_prefix(&name(word))?.parse().ok()?;
            Some((name(word), json!(problems().grades.get(nth)?)))
        });
        let grades: serde_json::Map<_, _> = grades.collect();
        Value::from_json(&json!({ "picked": picked, "grades": grades })).map(Answer::Given)
    }

    #[test]
    fn a_problem_is_new_worse_better_or_gone() {
        for (states, option, said) in [
            (&["dull0"][..], "dull", "x"),
            (&["dull0", "dull2"], "dull", "x worse"),
            (&["dull2", "dull1", "dull1"], "dull", "x better same"),
            (&["dull2", "milia0"], "dull", "x gone"),
            (&["dull2", "milia0"], "milia", "o new"),
            (&["dull2", "0", "dull0"], "dull", "x gone new"),
            (&["dull2", "-", "dull1"], "dull", "x ? better"),
            (&["-", "dull1"], "dull", "? x"),
            (&["dull", "dull1"], "dull", "x x"),
            (&["0", "0", "milia1"], "milia", "o o new"),
        ] {
            let answers: Vec<_> = states.iter().map(|told| state(told)).collect();
            let answers: Vec<_> = answers.iter().map(Option::as_ref).collect();
            let all = course(&problems(), &answers);
            let one = all.iter().find(|c| c.option == option);
            let word = |mark: &Mark| match mark {
                Mark::Unseen => "?",
                Mark::Clear(trend) => trend.map_or("o", Trend::key),
                Mark::Ticked(tick) => tick.trend.map_or("x", Trend::key),
            };
            let words: Vec<_> = one
                .into_iter()
                .flat_map(|c| c.marks.iter().map(word))
                .collect();
            assert_eq!(words.join(" "), said, "{option} in {states:?}");
        }
    }

    /// Places and photo come along as they stood; they make no trend of their own.
    #[test]
    fn a_course_tells_where_it_was_and_what_was_seen() {
        let spot = json!({
            "picked": ["dull", "milia"], "places": {"dull": ["nose", "chin"]}, "photos": {"dull": "a-1"},
        });
        let answer = Value::from_json(&spot).map(Answer::Given);
        let all = course(&problems(), &[answer.as_ref(), state("dull1").as_ref()]);
        let told: Vec<_> = all
            .iter()
            .flat_map(|c| c.marks.iter())
            .map(|mark| match mark {
                Mark::Ticked(tick) => format!("{} {:?}", tick.places.join("+"), tick.photo),
                _ => "-".to_owned(),
            })
            .collect();
        assert_eq!(told, ["nose+chin Some(\"a-1\")", " None", " None", "-"]);
    }

    #[test]
    fn what_was_never_ticked_has_no_course() {
        let answer = state("milia1 dull0");
        let all = course(&problems(), &[answer.as_ref()]);
        let options: Vec<_> = all.iter().map(|c| c.option.as_str()).collect();
        assert_eq!(options, ["dull", "milia"], "in the order of the form");
    }
}
