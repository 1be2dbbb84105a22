"""What people are told of grants and good cases; aftercare/notices.py takes it in."""
from correspondence.events import Event

WHO = "aftercare.queries.consultation."
DESK, PEOPLE = f"{WHO}desk_of", f"{WHO}people_of"

INCENTIVE_EVENTS = [
    Event("grant.noted", recipients=PEOPLE, placeholders=("grant", "link"),
          subject_ko="지원 내역이 등록되었습니다: {grant}",
          body_ko="{agency}에서 지원한 내역이 등록되었습니다: {grant}\n기관 혜택 화면에서 확인하실 수 있습니다.\n{link}",
          subject_en="What you got is noted: {grant}",
          body_en="{agency} has noted what it gave to you: {grant}\nYour page of benefits shows it.\n{link}"),
    Event("nomination.arrived", recipients=DESK, placeholders=("nomination", "link"),
          subject_ko="우수사례 추천: {nomination}",
          body_ko="우수사례가 추천되었습니다: {nomination}\n읽어 보시고 선정 여부를 알려 주시기 바랍니다.\n{link}",
          subject_en="A good case is nominated: {nomination}",
          body_en="A good case is nominated: {nomination}\nPlease read it, and keep it or say thank you.\n{link}"),
    Event("nomination.answered", recipients=PEOPLE, placeholders=("nomination", "stage", "answer", "link"),
          subject_ko="우수사례 추천 결과: {nomination}",
          body_ko="추천하신 우수사례의 결과를 알려 드립니다.\n\n사례: {nomination}\n결과: {stage}\n{answer}\n{link}",
          subject_en="Your good case: {nomination}",
          body_en="This is what became of the good case.\n\nCase: {nomination}\nResult: {stage}\n{answer}\n{link}"),
]
