"""More invented providers at Busan, so that the round of 2025 has its 47 applications."""
from desk.demonstration.providers import CHILD, CONFIRMED, DEMENTIA, EXERCISE, MIND, VISION, YOUTH, Firm

KINDS = {
    CHILD: ("아동발달센터", "Child Development Centre"), YOUTH: ("청소년심리센터", "Youth Psychology Centre"),
    VISION: ("청소년비전센터", "Youth Vision Centre"), DEMENTIA: ("치매예방센터", "Dementia Prevention Centre"),
    MIND: ("마음건강센터", "Mental Health Centre"), EXERCISE: ("운동처방센터", "Exercise Centre"),
}
DISTRICTS = ("26110", "26140", "26170", "26200", "26230", "26260", "26290", "26320", "26350", "26380", "26410", "26440", "26470",
             "26500", "26530", "26710")
NAMES = (       # (word, account, owner, service)
    ("솔향기", "solhyanggi", "강보람", CHILD), ("물빛", "mulbit", "고은찬", CHILD), ("어린꿈", "eorinkkum", "곽나래", CHILD),
    ("두빛나래", "dubitnarae", "구하람", YOUTH), ("초록샘", "choroksaem", "권도담", CHILD), ("한울", "hanul", "김새론", DEMENTIA),
    ("아라", "ara", "나윤슬", MIND), ("미리내", "mirinae", "남가온", YOUTH), ("시나브로", "sinabro", "노을찬", MIND),
    ("윤슬", "yunseul", "도하늘", CHILD), ("가람", "garam", "류이든", DEMENTIA), ("해오름", "haeoreum", "문다솔", EXERCISE),
    ("달보드레", "dalbodre", "민초아", CHILD), ("너나들이", "neonadeuri", "박슬찬", VISION), ("아띠", "atti", "방하나", YOUTH),
    ("다온", "daon", "배누리", MIND), ("나린", "narin", "백서온", DEMENTIA), ("이든", "ideun", "서가람", CHILD),
    ("새길", "saegil", "성아라", EXERCISE), ("예그리나", "yegrina", "손미르", YOUTH), ("온다라", "ondara", "송바다", DEMENTIA),
    ("타래", "tarae", "신소담", VISION), ("포근", "pogeun", "안겨울", MIND), ("한결", "hangyeol", "양여름", CHILD),
    ("혜윰", "hyeyum", "오단비", YOUTH), ("별하", "byeolha", "우주원", DEMENTIA), ("도담", "dodam", "유라온", CHILD),
    ("라온", "raon", "이솔빛", MIND), ("벼리", "byeori", "임다움", VISION), ("해솔", "haesol", "장은솔", EXERCISE),
    ("푸르미", "pureumi", "전나무", DEMENTIA), ("늘해랑", "neulhaerang", "정마루", CHILD),
)
FIRST_YEAR = 3      # the first three applied in 2024 already

MORE_FIRMS = [
    Firm("busan", account, f"{word}{KINDS[service][0]}", f"{account.title()} {KINDS[service][1]}", owner,
         DISTRICTS[place * 5 % len(DISTRICTS)],
         f"2024-04-{place + 8:02}" if place < FIRST_YEAR else f"2025-0{place % 3 + 2}-{place % 20 + 3:02}", CONFIRMED, {"본점": [service]})
    for place, (word, account, owner, service) in enumerate(NAMES)]
