//! The page's address: the one schema of what it may carry.
//!
//! ```text
//! ?embed=1                the comparison alone, for an <iframe>
//! #v1=PAYLOAD             programs and settings, to share or to embed
//! #anything-else          a place in the lesson, none of our business
//! ```
//!
//! `PAYLOAD` is base64url of deflate of a list of fields, each
//! `name=length:bytes` with the length in bytes. A name is a program's file
//! name, its bytes the text in UTF-8; `velocidad`, with the factor of the speed;
//! `paso`, with what a step goes to; `relojes`, with `separados`; `cuaderno`,
//! once for each program that runs as a notebook's cell, with its file name; or
//! `cursor`, once for each run that stands somewhere, with its program's file
//! name, `@`, and a number of events or of seconds (`12`, `2.5s`). Fields that a
//! reader does not know it leaves out, so that a later page may add some; a
//! change that older pages must not misread becomes `v2`.

mod base64url;
mod deflate;

use std::fmt::Write;
use std::rc::Rc;

use deflate::UnpackError;
use engine::trace::Stop;

use crate::lesson::Program;
use crate::model::{Action, Mode, Model, Run, Scene, Scenes, Speed, Spot};

/// The longest payload, in characters: what mail and learning platforms carry.
const LONGEST_PAYLOAD: usize = 16_000;

/// The most that a payload may unfold to, in bytes.
const LARGEST_CONTENT: usize = 256 << 10;

const VERSION: &str = "v1=";
const SPEED_FIELD: &str = "velocidad";
const STOP_FIELD: &str = "paso";
const CLOCKS_FIELD: &str = "relojes";
const APART: &str = "separados";
const NOTEBOOK_FIELD: &str = "cuaderno";
const CURSOR_FIELD: &str = "cursor";

/// What a step goes to, by name.
const STOPS: [(Stop, &str); Stop::ALL.len()] = [
    (Stop::Event, "evento"),
    (Stop::Line, "linea"),
    (Stop::Suspension, "suspension"),
    (Stop::Switch, "tarea"),
];

/// The latest moment to which a run is sent on, in seconds: a day.
const LATEST: f64 = 86_400.0;

/// What the address of the page says.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// `?embed=1`: the comparison alone, inside another page.
    pub embed: bool,
    /// What was shared; where it cannot be read, the lesson stands as it was
    /// and the reader is told why.
    pub shared: Result<Shared, AddressError>,
}

/// Programs and settings that travel with the address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared {
    /// Programs that differ from the lesson's.
    pub sources: Vec<(Program, Rc<str>)>,
    /// Programs that run as a notebook's cell.
    pub notebooks: Vec<Program>,
    pub speed: Option<Speed>,
    pub stop: Option<Stop>,
    /// The two runs side by side each have their own clock.
    pub apart: bool,
    /// Where the runs stand, at most once for each program.
    pub cursors: Vec<(Program, Spot)>,
}

/// Why what was shared cannot be read, or not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// More text than an address can carry.
    TooLong,
    /// Made by a later version of the page.
    LaterVersion,
    /// Cut off or changed on its way.
    Damaged,
}

impl Address {
    /// Reads an address: `query` with or without its `?`, `fragment` with or
    /// without its `#`. It takes anything.
    pub fn parse(query: &str, fragment: &str) -> Address {
        let query = query.strip_prefix('?').unwrap_or(query);
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        Address {
            embed: query.split('&').any(|field| field == "embed=1"),
            shared: Shared::parse(fragment),
        }
    }
}

impl Shared {
    /// What of `model` is worth carrying: all that differs from the lesson;
    /// and where its runs stand.
    pub fn of(model: &Model, scenes: &Scenes) -> Shared {
        let edited = model.runs().iter().filter(|run| run.is_edited());
        let cells = model
            .runs()
            .iter()
            .filter(|run| run.mode() == Mode::Notebook);
        let (speed, stop) = (model.speed(), model.stop());
        let begun = model.runs().iter().filter(|run| run.has_begun());
        let cursors = begun.filter_map(|run| {
            let spot = scenes.of(run.program()).map(Scene::spot)?;
            Some((run.program(), spot))
        });
        Shared {
            sources: edited
                .map(|run| (run.program(), Rc::clone(run.source())))
                .collect(),
            notebooks: cells.map(Run::program).collect(),
            speed: (speed != Speed::default()).then_some(speed),
            stop: (stop != Stop::default()).then_some(stop),
            apart: !model.is_joined(),
            cursors: cursors.collect(),
        }
    }

    /// The lesson with what was shared in its place. Nothing has run: the way
    /// to the cursors is [`Shared::visits`].
    pub fn open(&self) -> Model {
        let edits = self.sources.iter().map(|(program, source)| Action::Edit {
            program: *program,
            source: Rc::clone(source),
        });
        let modes = self.notebooks.iter().map(|&program| Action::SetMode {
            program,
            mode: Mode::Notebook,
        });
        let speed = self.speed.map(Action::SetSpeed);
        let stop = self.stop.map(Action::SetStop);
        let apart = self.apart.then_some(Action::Join(false));
        modes
            .chain(edits)
            .chain(speed)
            .chain(stop)
            .chain(apart)
            .fold(Model::default(), |model, action| model.after(action))
    }

    /// What brings each run to its cursor.
    pub fn visits(&self) -> impl Iterator<Item = Action> {
        let cursors = self.cursors.iter();
        cursors.map(|&(program, spot)| Action::Visit { program, spot })
    }

    /// The fragment that carries it, without its `#`.
    ///
    /// # Errors
    /// [`AddressError::TooLong`].
    pub fn encode(&self) -> Result<String, AddressError> {
        let content = self.content();
        let payload = base64url::encode(&deflate::pack(content.as_bytes()));
        if content.len() > LARGEST_CONTENT || payload.len() > LONGEST_PAYLOAD {
            return Err(AddressError::TooLong);
        }
        Ok(format!("{VERSION}{payload}"))
    }

    fn parse(fragment: &str) -> Result<Shared, AddressError> {
        let Some(payload) = fragment.strip_prefix(VERSION) else {
            return match is_later_version(fragment) {
                true => Err(AddressError::LaterVersion),
                false => Ok(Shared::default()),
            };
        };
        if payload.len() > LONGEST_PAYLOAD {
            return Err(AddressError::TooLong);
        }
        let packed = base64url::decode(payload).ok_or(AddressError::Damaged)?;
        let content = deflate::unpack(&packed, LARGEST_CONTENT).map_err(|error| match error {
            UnpackError::TooLong => AddressError::TooLong,
            UnpackError::Damaged => AddressError::Damaged,
        })?;
        let content = String::from_utf8(content).map_err(|_| AddressError::Damaged)?;
        Shared::of_content(&content).ok_or(AddressError::Damaged)
    }

    fn content(&self) -> String {
        let mut content = String::new();
        let mut field = |name: &str, value: &str| {
            // Writing to a `String` cannot fail.
            let _ = write!(content, "{name}={}:{value}", value.len());
        };
        for (program, source) in &self.sources {
            field(program.file_name(), source);
        }
        for program in &self.notebooks {
            field(NOTEBOOK_FIELD, program.file_name());
        }
        if let Some(speed) = self.speed {
            field(SPEED_FIELD, &speed.factor().to_string());
        }
        for (_, name) in STOPS.iter().filter(|(stop, _)| self.stop == Some(*stop)) {
            field(STOP_FIELD, name);
        }
        if self.apart {
            field(CLOCKS_FIELD, APART);
        }
        for (program, spot) in &self.cursors {
            let spot = match spot {
                Spot::Events(events) => events.to_string(),
                Spot::Time(time) => format!("{time}s"),
            };
            field(CURSOR_FIELD, &format!("{}@{spot}", program.file_name()));
        }
        content
    }

    fn of_content(mut content: &str) -> Option<Shared> {
        let mut shared = Shared::default();
        while !content.is_empty() {
            let (name, rest) = content.split_once('=')?;
            let (length, rest) = rest.split_once(':')?;
            let (value, rest) = rest.split_at_checked(length.parse().ok()?)?;
            shared.take(name, value)?;
            content = rest;
        }
        Some(shared)
    }

    /// Takes one field; `None` where its value makes no sense.
    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            SPEED_FIELD => self.speed = Some(Speed::of_factor(value.parse().ok()?)?),
            STOP_FIELD => self.stop = Some(STOPS.iter().find(|(_, name)| *name == value)?.0),
            CLOCKS_FIELD => self.apart = value == APART,
            NOTEBOOK_FIELD => {
                let program = program_of(value)?;
                self.notebooks.retain(|known| *known != program);
                self.notebooks.push(program);
            }
            CURSOR_FIELD => {
                let (program, spot) = value.split_once('@')?;
                let (program, spot) = (program_of(program)?, spot_of(spot)?);
                self.cursors.retain(|(known, _)| *known != program);
                self.cursors.push((program, spot));
            }
            _ => {
                if let Some(program) = program_of(name) {
                    self.sources.retain(|(known, _)| *known != program);
                    self.sources.push((program, value.into()));
                }
            }
        }
        Some(())
    }
}

fn program_of(file_name: &str) -> Option<Program> {
    Program::ALL
        .into_iter()
        .find(|program| program.file_name() == file_name)
}

fn spot_of(text: &str) -> Option<Spot> {
    let Some(seconds) = text.strip_suffix('s') else {
        return text.parse().ok().map(Spot::Events);
    };
    let seconds: f64 = seconds.parse().ok()?;
    (0.0..=LATEST)
        .contains(&seconds)
        .then_some(Spot::Time(seconds))
}

fn is_later_version(fragment: &str) -> bool {
    let number = fragment
        .strip_prefix('v')
        .and_then(|rest| rest.split_once('='));
    number.is_some_and(|(number, _)| number.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared_of(fragment: &str) -> Result<Shared, AddressError> {
        Address::parse("", fragment).shared
    }

    fn fragment_of(content: &[u8]) -> String {
        let payload = base64url::encode(&deflate::pack(content));
        format!("#{VERSION}{payload}")
    }

    fn sharing(source: &str) -> Shared {
        Shared {
            sources: vec![(Program::Concurrent, source.into())],
            notebooks: vec![Program::Sequential],
            speed: Some(Speed::Quarter),
            stop: Some(Stop::Switch),
            apart: true,
            cursors: vec![
                (Program::Concurrent, Spot::Events(17)),
                (Program::Sequential, Spot::Time(2.5)),
            ],
        }
    }

    #[test]
    fn what_goes_in_comes_out() {
        let whole_file = Program::WholeFile.source();
        for source in ["", "print('→ ñ 🐍')\n", "a=1:2\r\n\0", whole_file] {
            let shared = sharing(source);
            let fragment = shared.encode().expect("short enough");
            assert_eq!(shared_of(&format!("#{fragment}")), Ok(shared));
        }
        assert_eq!(shared_of(&fragment_of(b"")), Ok(Shared::default()));
    }

    #[test]
    fn only_what_differs_from_the_lesson_is_carried() {
        let nothing = Scenes::default();
        assert_eq!(Shared::of(&Model::default(), &nothing), Shared::default());
        let shared = Shared {
            cursors: Vec::new(),
            ..sharing("x = 1\n")
        };
        assert_eq!(Shared::of(&shared.open(), &nothing), shared);
        assert_eq!(Shared::default().open(), Model::default());
    }

    #[test]
    fn it_stays_within_what_an_address_may_hold() {
        let fragment = sharing(Program::WholeFile.source())
            .encode()
            .expect("short enough");
        assert!(fragment.len() < 1500, "{} characters", fragment.len());
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_=".contains(&byte);
        assert!(fragment.bytes().all(allowed));
    }

    #[test]
    fn embedding_is_asked_for_by_exactly_one_field() {
        for (query, embed) in [
            ("", false),
            ("?embed=1", true),
            ("embed=1", true),
            ("?a=b&embed=1&c", true),
            ("?embed=0", false),
            ("?embed=12", false),
            ("?xembed=1", false),
        ] {
            assert_eq!(Address::parse(query, "").embed, embed, "{query}");
        }
    }

    #[test]
    fn a_place_in_the_lesson_carries_nothing() {
        for fragment in ["", "#", "#magia", "#v", "#vida", "#version=2"] {
            assert_eq!(shared_of(fragment), Ok(Shared::default()), "{fragment}");
        }
    }

    #[test]
    fn a_field_of_a_later_page_is_left_out() {
        let content = "paginas=2:17velocidad=1:2secuencial.py=4:pass";
        let expected = Shared {
            sources: vec![(Program::Sequential, "pass".into())],
            speed: Some(Speed::Double),
            ..Shared::default()
        };
        assert_eq!(shared_of(&fragment_of(content.as_bytes())), Ok(expected));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        use AddressError::{Damaged, LaterVersion, TooLong};
        let bomb = vec![b'a'; LARGEST_CONTENT + 1];
        let long = format!("#v1={}", "A".repeat(LONGEST_PAYLOAD + 1));
        for (fragment, error) in [
            ("#v2=abc".to_owned(), LaterVersion),
            ("#v1=".to_owned(), Damaged),
            ("#v1=!!!".to_owned(), Damaged),
            ("#v1=ñandú".to_owned(), Damaged),
            ("#v1=AAAA".to_owned(), Damaged),
            (long, TooLong),
            (fragment_of(&bomb), TooLong),
            (fragment_of(b"\xff\xfe"), Damaged),
            (fragment_of(b"secuencial.py"), Damaged),
            (fragment_of(b"secuencial.py=4:pas"), Damaged),
            (fragment_of(b"secuencial.py=-1:pas"), Damaged),
            (fragment_of("secuencial.py=1:ñ".as_bytes()), Damaged),
            (
                fragment_of(b"secuencial.py=99999999999999999999:a"),
                Damaged,
            ),
            (fragment_of(b"velocidad=3:NaN"), Damaged),
            (fragment_of(b"paso=4:nada"), Damaged),
            (fragment_of(b"cuaderno=4:nada"), Damaged),
            (fragment_of(b"cursor=15:secuencial.py@x"), Damaged),
            (fragment_of(b"cursor=18:secuencial.py@NaNs"), Damaged),
            (fragment_of(b"cursor=18:secuencial.py@1e9s"), Damaged),
            (fragment_of(b"cursor=8:nadie@12"), Damaged),
        ] {
            assert_eq!(shared_of(&fragment), Err(error), "{:.40}", fragment);
        }
    }

    #[test]
    fn a_fragment_cut_or_changed_anywhere_does_no_harm() {
        let fragment = sharing(Program::Concurrent.source())
            .encode()
            .expect("short enough");
        for place in VERSION.len()..fragment.len() {
            // Whatever comes of it, it is a value.
            let _ = shared_of(&fragment[..place]);
            let mut changed = fragment.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            let _ = shared_of(&String::from_utf8(changed).expect("ASCII"));
        }
        assert_ne!(
            shared_of(&fragment[..fragment.len() - 8]),
            shared_of(&fragment)
        );
    }

    #[test]
    fn too_much_text_is_refused_when_writing() {
        let mut noise = 1_u64;
        let mut letter = || {
            noise = noise.wrapping_mul(6364136223846793005).wrapping_add(1);
            char::from(b' ' + (noise >> 40) as u8 % 95)
        };
        let text: String = (0..LONGEST_PAYLOAD).map(|_| letter()).collect();
        assert_eq!(sharing(&text).encode(), Err(AddressError::TooLong));
    }
}
