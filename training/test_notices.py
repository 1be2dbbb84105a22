"""What people are told of the test: the points, in the participant's house."""
from correspondence.events import Event

TEST_EVENTS = [
    Event("training.test_graded", recipients="training.queries.people.participant_of", placeholders=("course", "number", "points", "link"),
          subject_ko="평가 결과를 알려 드립니다: {course}",
          body_ko="{number}번째 응시하신 평가의 점수는 100점 만점에 {points}점입니다. 여러 번 응시하신 경우 가장 높은 점수가 반영됩니다."
                  "\n\n과정: {course}\n\n{link}",
          subject_en="Your points in the test: {course}",
          body_en="In attempt {number} you have {points} points of 100. Of several attempts the best counts.\n\nCourse: {course}\n\n"
                  "{link}"),
]
TEST_DEADLINES: list = []
