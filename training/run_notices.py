"""What people are told of runs: at the participant's house, that a class was moved."""
from correspondence.events import Event

RUN_EVENTS = [
    Event("training.class_moved", recipients="training.queries.run.participant_of", placeholders=("subject", "link", "run", "times"),
          subject_ko="교육 일정이 변경되었습니다: {run}",
          body_ko="신청하신 교육의 일정이 변경되었습니다. 바뀐 일정을 확인하여 주십시오.\n\n교육: {run}\n변경된 일정\n{times}\n\n"
                  "일정표(.ics)를 다시 내려받으시면 달력에도 반영됩니다.\n\n{link}",
          subject_en="A class is moved: {run}",
          body_en="A class of a run that you enrolled in is moved.\n\nRun: {run}\nNew times\n{times}\n\n"
                  "Download the calendar file once more, and your calendar takes them over.\n\n{link}"),
]
