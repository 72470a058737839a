//! What the reader does, and what must follow from it.

use engine::machine::Library;
use engine::machine::Status;
use engine::trace::export::json::Saved;

use super::*;

const A: Target = Target::One(Program::Sequential);
const BROKEN: &str = "print(";

fn after(actions: impl IntoIterator<Item = Action>) -> Model {
    let start = Model::default();
    actions
        .into_iter()
        .fold(start, |model, action| model.after(action))
}

fn phase_after(actions: impl IntoIterator<Item = Action>) -> Phase {
    after(actions).run(Program::Sequential).phase()
}

fn edit(source: &str) -> Action {
    Action::Edit {
        program: Program::Sequential,
        source: source.into(),
    }
}

fn report(start: u32, report: Report) -> Action {
    Action::Report {
        program: Program::Sequential,
        start,
        report,
    }
}

#[test]
fn the_buttons_lead_where_they_say() {
    use Action::{Pause, Reset, Resume, Run};
    assert_eq!(phase_after([]), Phase::Ready);
    assert_eq!(phase_after([Run(A)]), Phase::Running);
    assert_eq!(phase_after([Run(A), Pause(A)]), Phase::Paused);
    assert_eq!(phase_after([Run(A), Pause(A), Resume(A)]), Phase::Running);
    assert_eq!(phase_after([Run(A), Pause(A), Reset(A)]), Phase::Ready);
    assert_eq!(
        phase_after([Run(A), report(1, Report::Ended)]),
        Phase::Ended
    );
    assert_eq!(
        phase_after([Run(A), report(1, Report::Failed)]),
        Phase::Failed
    );
    assert_eq!(
        phase_after([Run(A), report(1, Report::Stuck)]),
        Phase::Stuck
    );
}

#[test]
fn a_button_that_makes_no_sense_changes_nothing() {
    use Action::{Pause, Resume, Run};
    assert_eq!(phase_after([Pause(A)]), Phase::Ready);
    assert_eq!(phase_after([Resume(A)]), Phase::Ready);
    let ended = [Run(A), report(1, Report::Ended), Pause(A), Resume(A)];
    assert_eq!(phase_after(ended), Phase::Ended);
}

#[test]
fn what_an_older_run_reports_is_left_aside() {
    let model = after([Action::Run(A), Action::Reset(A), Action::Run(A)]);
    let run = model.run(Program::Sequential);
    let stale = model.after(report(1, Report::Ended));
    assert_eq!(stale.run(Program::Sequential), run);
    let fresh = model.after(report(run.start(), Report::Ended));
    assert_eq!(fresh.run(Program::Sequential).phase(), Phase::Ended);
}

#[test]
fn every_start_and_every_reset_is_a_run_of_its_own() {
    let mut model = Model::default();
    let mut seen = vec![model.run(Program::Sequential).start()];
    for action in [
        Action::Run(A),
        Action::Run(A),
        Action::Reset(A),
        edit("print(1)"),
    ] {
        model = model.after(action);
        let start = model.run(Program::Sequential).start();
        assert!(!seen.contains(&start));
        seen.push(start);
    }
}

#[test]
fn an_edit_stops_the_run_and_an_error_keeps_it_from_starting() {
    assert_eq!(phase_after([Action::Run(A), edit("x = 1")]), Phase::Ready);
    let model = after([edit("x = 1"), edit(BROKEN), Action::Run(A)]);
    let run = model.run(Program::Sequential);
    assert!(run.is_broken() && !model.can_run(A));
    assert_eq!(run.phase(), Phase::Ready);
}

#[test]
fn the_last_good_text_is_not_lost() {
    let model = after([edit("x = 1"), edit(BROKEN)]);
    assert_eq!(&**model.run(Program::Sequential).source(), BROKEN);
    let restored = model.after(Action::RestoreLastGood(Program::Sequential));
    let run = restored.run(Program::Sequential);
    assert_eq!((&**run.source(), run.is_broken()), ("x = 1", false));
    let lesson = restored.after(Action::RestoreLesson(Program::Sequential));
    assert!(!lesson.run(Program::Sequential).is_edited());
}

#[test]
fn both_start_or_none_does() {
    let model = after([Action::Run(Target::Pair)]);
    let phases = model.runs().iter().map(Run::phase).collect::<Vec<_>>();
    assert_eq!(phases, [Phase::Running, Phase::Running, Phase::Ready]);
    let model = after([edit(BROKEN), Action::Run(Target::Pair)]);
    assert!(model.runs().iter().all(|run| run.phase() == Phase::Ready));
}

#[test]
fn an_edit_that_changes_nothing_leaves_the_run_alone() {
    let source = Program::Sequential.source();
    assert_eq!(phase_after([Action::Run(A), edit(source)]), Phase::Running);
}

#[test]
fn the_programs_of_the_lesson_have_no_error() {
    for program in Program::ALL {
        assert!(
            Run::of_lesson(program)
                .machine(0.0, &Library::default())
                .is_ok(),
            "{program:?}"
        );
    }
}

#[test]
fn a_scale_of_speeds_goes_up_and_is_known_by_its_factors() {
    assert!(Speed::ALL.is_sorted_by(|one, other| one.factor() < other.factor()));
    for speed in Speed::ALL {
        assert_eq!(Speed::of_factor(speed.factor()), Some(speed));
    }
    assert_eq!(Speed::of_factor(3.0), None);
}

#[test]
fn a_run_is_dropped_in_the_middle_whatever_its_coroutines_stand_in() {
    let source = "\
import asyncio

async def cuida():
    try:
        await asyncio.sleep(1)
    finally:
        print('fin')

async def main():
    olvidada = cuida()
    tarea = asyncio.create_task(cuida())
    while True:
        asyncio.create_task(cuida())
        await asyncio.sleep(0)

asyncio.run(main())
";
    let mut run = Run::of_lesson(Program::Concurrent);
    run.edit(source.into());
    let mut machine = run.machine(0.0, &Library::default()).unwrap();
    assert_eq!(machine.advance(0.0, 1_000), Status::OutOfBudget);
    // It would never return if what is dropped were asked for a last word.
    drop(machine);
}

#[test]
fn a_visit_runs_anew_as_far_as_the_shared_moment_and_stands_still() {
    let program = Program::Concurrent;
    let visit = |spot| Action::Visit { program, spot };
    let run = |actions: Vec<Action>| after(actions).run(program).clone();
    let to_event = run(vec![visit(Spot::Events(17))]);
    assert_eq!(to_event.phase(), Phase::Paused);
    assert_eq!(to_event.place(), Place::After(17));
    let to_time = run(vec![Action::Run(Target::Pair), visit(Spot::Time(2.5))]);
    assert_eq!(to_time.phase(), Phase::Paused);
    assert_eq!(to_time.errand(), (1, Some(Goal::Time(2.5))));
    assert!(to_time.is_alone() && to_time.start() > 1);
    let broken = Action::Edit {
        program,
        source: BROKEN.into(),
    };
    assert_eq!(
        run(vec![broken, visit(Spot::Events(1))]).phase(),
        Phase::Ready
    );
}

#[test]
fn a_run_from_a_file_is_shown_as_it_ended_and_an_edit_leaves_it() {
    let mut machine = Model::default()
        .run(Program::Concurrent)
        .machine(0.0, &Library::default())
        .expect("the lesson's programs run");
    let mut now = 0.0;
    while let Status::IdleUntil(next) = machine.advance(now, 1_000_000) {
        now = next;
    }
    let recording = machine.recording();
    let opened = Opened(Rc::new(Saved {
        file_name: "otra.py".to_owned(),
        source: "print('otra')\n".to_owned(),
        events: recording.events(0..recording.len()).cloned().collect(),
    }));
    let program = Program::Sequential;
    let model = after([Action::Open { program, opened }]);
    let run = model.run(program);
    assert_eq!((run.phase(), run.saved_end()), (Phase::Ended, Some(3.0)));
    assert_eq!(&**run.source(), "print('otra')\n");
    let replayed = run
        .machine(0.0, &Library::default())
        .expect("it is a replay");
    assert_eq!(replayed.recording().live(), recording.live());
    for next in [edit("x = 1"), Action::Run(A), Action::Reset(A)] {
        assert_eq!(model.after(next).run(program).saved_end(), None);
    }
}

#[test]
fn a_cell_may_await_by_itself_and_a_file_may_not() {
    let cell = "import asyncio\nawait asyncio.sleep(1)\n";
    let set = |mode| Action::SetMode {
        program: Program::Sequential,
        mode,
    };
    let run = |actions: Vec<Action>| after(actions).run(Program::Sequential).clone();
    assert!(run(vec![edit(cell)]).is_broken());
    let as_cell = vec![edit(cell), set(Mode::Notebook)];
    assert!(run(as_cell.clone()).can_run());
    // The text that worked, and what it worked as, are not lost.
    let back = [as_cell.clone(), vec![set(Mode::Module)]].concat();
    assert!(run(back.clone()).is_broken());
    let restored = run([back, vec![Action::RestoreLastGood(Program::Sequential)]].concat());
    assert_eq!(
        (restored.mode(), &**restored.source()),
        (Mode::Notebook, cell)
    );
    // Another mode is another run.
    let begun = vec![Action::Run(A), set(Mode::Notebook)];
    assert_eq!(run(begun).phase(), Phase::Ready);
}
