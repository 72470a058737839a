//! The timeline as a picture that stands by itself: an SVG with its axis and
//! its legend, for a slide or a hand-out. In plain attributes and the colours
//! of paper, as not every program that opens an SVG knows style sheets.

use std::fmt::Write;

use engine::trace::{Bar, Doing, Seconds};

use super::density::Density;
use super::palette;
use super::scale::Scale;
use super::shown::{Lane, Shown};
use super::time;
use crate::lesson::words;

/// A picture and its size, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub svg: String,
    pub width: u32,
    pub height: u32,
}

const WIDTH: u32 = 960;
/// Left of the axis stand the keys.
const LEFT: u32 = 120;
const RIGHT: u32 = 24;
const HEAD: u32 = 48;
/// Height of a lane, and of one among many.
const LANE: u32 = 26;
const THIN_LANE: u32 = 12;
const MOST_ROOMY: usize = 20;
const DENSITY: u32 = 120;
const LEGEND_ROW: u32 = 26;

/// What `shown` shows at `now`, in seconds, under `title`.
pub fn draw(title: &str, shown: &Shown, now: Seconds, scale: Scale) -> Drawing {
    let lane = match shown.lanes.len() {
        0..=MOST_ROOMY => LANE,
        _ => THIN_LANE,
    };
    let density = shown.density.as_ref().map_or(0, |_| DENSITY);
    let bottom = HEAD + density + lane * shown.lanes.len() as u32 + 8;
    let height = bottom + 40 + LEGEND_ROW * 2 + 12;
    let mut pen = Pen {
        out: String::new(),
        scale,
        now,
    };
    pen.head(title, height);
    pen.axis(bottom);
    if let Some(density) = &shown.density {
        pen.density(density);
    }
    for (place, row) in (0..).zip(shown.lanes.iter()) {
        pen.lane(row, HEAD + density + lane * place, lane);
    }
    pen.legend(bottom + 44);
    pen.out.push_str("</svg>\n");
    Drawing {
        svg: pen.out,
        width: WIDTH,
        height,
    }
}

/// A colour of `tokens.css`, as on paper.
fn ink(name: &str) -> &'static str {
    let tokens = include_str!("../../static/tokens.css");
    let mut rest = tokens.split(name).skip(1);
    let value = rest.find_map(|rest| rest.strip_prefix(": "));
    let value = value.and_then(|value| value.split(';').next());
    value.unwrap_or("black")
}

fn colour(class: &str) -> &'static str {
    match class {
        palette::THREAD => ink("--ink-soft"),
        class => ink(&format!("--{class}")),
    }
}

struct Pen {
    out: String,
    scale: Scale,
    now: Seconds,
}

/// Adds a line; writing to a string cannot fail.
macro_rules! put {
    ($pen:expr, $($arg:tt)*) => {
        let _ = writeln!($pen.out, $($arg)*);
    };
}

impl Pen {
    fn x(&self, at: Seconds) -> f64 {
        f64::from(LEFT) + self.wide(at)
    }

    fn wide(&self, took: Seconds) -> f64 {
        self.scale.share(took) * f64::from(WIDTH - LEFT - RIGHT)
    }

    fn head(&mut self, title: &str, height: u32) {
        put!(
            self,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif" font-size="13">"#
        );
        let (title, paper, wrong) = (escaped(title), ink("--paper"), ink("--wrong"));
        put!(self, "<title>{title}</title>");
        put!(
            self,
            r#"<defs><pattern id="trama" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="{wrong}" stroke-width="3"/></pattern></defs>"#
        );
        put!(
            self,
            r#"<rect width="{WIDTH}" height="{height}" fill="{paper}"/>"#
        );
        put!(
            self,
            r#"<text x="24" y="28" font-size="16" font-weight="700" fill="{}">{title}</text>"#,
            ink("--ink")
        );
        put!(
            self,
            r#"<text x="{}" y="28" font-size="16" text-anchor="end" fill="{}">{} {}</text>"#,
            WIDTH - RIGHT,
            ink("--ink"),
            time::hundredths(self.now),
            words::SECONDS
        );
    }

    /// The hairlines with their figures, and how far the run has come.
    fn axis(&mut self, bottom: u32) {
        let (rule, soft) = (ink("--rule"), ink("--ink-soft"));
        for (at, figure) in self.scale.ticks() {
            let x = self.x(at);
            put!(
                self,
                r#"<line x1="{x:.1}" y1="{HEAD}" x2="{x:.1}" y2="{bottom}" stroke="{rule}"/>"#
            );
            put!(
                self,
                r#"<text x="{x:.1}" y="{}" text-anchor="middle" fill="{soft}">{figure}</text>"#,
                bottom + 20
            );
        }
        let end = self.x(self.now);
        put!(
            self,
            r#"<path d="M{LEFT} {bottom}H{end:.1}m0 -5v10" fill="none" stroke="{}" stroke-width="2"/>"#,
            ink("--ink")
        );
    }

    fn lane(&mut self, lane: &Lane, top: u32, height: u32) {
        let colour = colour(lane.who.colour);
        put!(
            self,
            r#"<text x="{}" y="{}" text-anchor="end" font-weight="700" font-size="{}" fill="{colour}">{}</text>"#,
            LEFT - 12,
            top + height * 2 / 3,
            height / 2,
            escaped(&shortened(&lane.who.key))
        );
        // What runs lies on top: it is thin, and what matters.
        let (thin, wide): (Vec<&Bar>, Vec<&Bar>) = lane
            .bars
            .iter()
            .partition(|bar| bar.doing == Doing::Running);
        for bar in wide.into_iter().chain(thin) {
            let took = bar.to.unwrap_or(self.now) - bar.from;
            let (x, width) = (self.x(bar.from), self.wide(took));
            let doing = match bar.doing {
                // What sleeps in a thread of its own holds up nobody else.
                Doing::Blocked if lane.who.colour == palette::THREAD => Doing::Waiting,
                doing => doing,
            };
            self.bar(doing, colour, (x, f64::from(top)), (width, height));
            if bar.doing == Doing::Waiting && width > 60.0 && height == LANE {
                put!(
                    self,
                    r#"<text x="{:.1}" y="{}" text-anchor="middle" fill="{}">{} {}</text>"#,
                    x + width / 2.0,
                    top + 17,
                    ink("--ink"),
                    time::hundredths(took),
                    words::SECONDS
                );
            }
        }
    }

    /// A bar in a lane of that height: solid, pale, dashed or hatched.
    fn bar(&mut self, doing: Doing, colour: &str, (x, y): (f64, f64), (width, lane): (f64, u32)) {
        let lane = f64::from(lane);
        let mut rect = |x: f64, width: f64, share: f64, look: &str| {
            let (y, height) = (y + lane * (1.0 - share) / 2.0, lane * share);
            put!(
                self,
                r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" {look}/>"#
            );
        };
        match doing {
            // As thin as an instant is, it is to be seen.
            Doing::Running => rect(x - 1.5, width + 3.0, 0.8, &format!(r#"fill="{colour}""#)),
            Doing::Waiting => rect(
                x,
                width,
                0.6,
                &format!(r#"fill="{colour}" fill-opacity="0.13" stroke="{colour}""#),
            ),
            Doing::Queued => rect(
                x,
                width,
                0.16,
                &format!(
                    r#"fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="2 3""#
                ),
            ),
            Doing::Blocked => {
                let wrong = ink("--wrong");
                rect(x, width, 0.8, &format!(r#"fill="{}""#, ink("--paper")));
                rect(
                    x,
                    width,
                    0.8,
                    &format!(r#"fill="url(#trama)" stroke="{wrong}" stroke-width="1.5""#),
                );
            }
        }
    }

    /// How many are doing what, for a crowd.
    fn density(&mut self, density: &Density) {
        put!(
            self,
            r#"<text x="{}" y="{}" text-anchor="end" font-weight="700" fill="{}">{}</text>"#,
            LEFT - 12,
            HEAD + 12,
            ink("--task-1"),
            density.most()
        );
        for stretch in density.stretches(self.now) {
            let (x, width) = (self.x(stretch.from), self.wide(stretch.to - stretch.from));
            put!(
                self,
                r#"<svg x="{x:.2}" y="{HEAD}" width="{width:.2}" height="{DENSITY}" viewBox="0 0 {} {}" preserveAspectRatio="none">"#,
                stretch.columns,
                stretch.height
            );
            for (doing, path) in stretch.layers {
                let (colour, opacity) = match doing {
                    Doing::Blocked => (ink("--wrong"), 0.7),
                    Doing::Running => (ink("--task-1"), 1.0),
                    Doing::Queued => (ink("--task-1"), 0.45),
                    Doing::Waiting => (ink("--task-1"), 0.13),
                };
                put!(
                    self,
                    r#"<path d="{path}" fill="{colour}" fill-opacity="{opacity}"/>"#
                );
            }
            put!(self, "</svg>");
        }
    }

    fn legend(&mut self, top: u32) {
        let entries = [
            (Doing::Running, words::LEGEND_RUNNING),
            (Doing::Waiting, words::LEGEND_WAITING),
            (Doing::Queued, words::LEGEND_QUEUED),
            (Doing::Blocked, words::LEGEND_BLOCKED),
        ];
        for (place, (doing, text)) in (0..).zip(entries) {
            let (x, y) = (24 + place % 2 * WIDTH / 2, top + place / 2 * LEGEND_ROW);
            let width = if doing == Doing::Running { 0.0 } else { 40.0 };
            let middle = f64::from(x) + (40.0 - width) / 2.0;
            self.bar(
                doing,
                ink("--task-1"),
                (middle, f64::from(y)),
                (width, LEGEND_ROW),
            );
            put!(
                self,
                r#"<text x="{}" y="{}" fill="{}">{text}</text>"#,
                x + 52,
                y + 18,
                ink("--ink")
            );
        }
    }
}

/// A key that fits left of the axis.
fn shortened(key: &str) -> String {
    const MOST: usize = 12;
    match key.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &key[..end]),
        None => key.to_owned(),
    }
}

/// A text of the program's, whatever it holds: what XML cannot say is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            character if character.is_control() => out.push(' '),
            character => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::view::palette::Who;

    fn bar(doing: Doing, from: Seconds, to: Option<Seconds>) -> Bar {
        Bar {
            doing,
            from,
            to,
            first: 0,
            last: None,
        }
    }

    fn drawn(key: &str, bars: Vec<Bar>) -> Drawing {
        let lane = Lane {
            who: Who {
                key: key.into(),
                colour: "task-2",
            },
            created_at: 0.0,
            bars: bars.into(),
        };
        let shown = Shown {
            lanes: Rc::new([lane]),
            ..Shown::default()
        };
        draw("a < b", &shown, 2.0, Scale::reaching(2.0))
    }

    #[test]
    fn colours_are_those_of_paper() {
        assert_eq!(ink("--task-2"), "#ad400a");
        assert_eq!(ink("--paper"), "#fdfcf9");
        assert_eq!(ink("--rule"), "#d8d2c5");
        assert_eq!(colour(palette::THREAD), ink("--ink-soft"));
    }

    #[test]
    fn bars_are_to_scale_and_say_how_long() {
        let svg = drawn("A", vec![bar(Doing::Waiting, 0.5, None)]).svg;
        let wide = Scale::reaching(2.0).share(1.5) * f64::from(WIDTH - LEFT - RIGHT);
        assert!(svg.contains(&format!(r#"width="{wide:.2}""#)), "{svg}");
        assert!(svg.contains(">1.50 s</text>"), "{svg}");
        assert!(svg.contains(words::LEGEND_BLOCKED), "{svg}");
    }

    #[test]
    fn what_the_program_says_cannot_break_the_picture() {
        let svg = drawn("</svg>&\u{1}\u{ffff}", Vec::new()).svg;
        assert!(svg.contains(">&lt;/svg&gt;&amp; </text>"), "{svg}");
        assert!(svg.contains("<title>a &lt; b</title>"));
    }
}
