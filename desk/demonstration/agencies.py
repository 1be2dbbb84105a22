"""The Central institute and the sixteen provincial agencies. Names are official; telephones and street names are invented."""
from datetime import date
from typing import NamedTuple

OPENED_ON = date(2024, 1, 2)
HOURS_KO, HOURS_EN = "평일 09:00~18:00", "Weekdays 09:00 to 18:00"


class Office(NamedTuple):
    slug: str
    province: str           # administrative code, empty for the whole nation
    opened_on: str          # Busan's is published; the others are near it, so that participation comes out as published
    name_ko: str
    name_en: str
    phone: str
    street_ko: str
    street_en: str
    colour: str = ""
    closed_on: date | None = None


OFFICES = [
    Office("central", "", "2022-03-25", "중앙사회서비스원", "Central Social Service Institute", "02-000-0000",
           "서울특별시 중구 시연로 1", "1 Siyeon-ro, Jung-gu, Seoul", "#1c589c"),
    Office("seoul", "11", "2019-03-11", "서울특별시사회서비스원", "Seoul Social Service Agency", "02-000-0011",
           "서울특별시 마포구 시연로 11", "11 Siyeon-ro, Mapo-gu, Seoul", closed_on=date(2024, 11, 1)),
    Office("busan", "26", "2023-04-18", "부산광역시사회서비스원", "Busan Social Service Agency", "051-000-0000",
           "부산광역시 연제구 시연로 26", "26 Siyeon-ro, Yeonje-gu, Busan"),
    Office("daegu", "27", "2019-03-05", "대구광역시행복진흥사회서비스원", "Daegu Social Service Agency", "053-000-0000",
           "대구광역시 중구 시연로 27", "27 Siyeon-ro, Jung-gu, Daegu", "#6b3fa0"),
    Office("incheon", "28", "2020-12-30", "인천광역시사회서비스원", "Incheon Social Service Agency", "032-000-0000",
           "인천광역시 남동구 시연로 28", "28 Siyeon-ro, Namdong-gu, Incheon", "#0b6e8f"),
    Office("gwangju", "29", "2020-07-01", "광주광역시사회서비스원", "Gwangju Social Service Agency", "062-000-0000",
           "광주광역시 서구 시연로 29", "29 Siyeon-ro, Seo-gu, Gwangju", "#8a3b12"),
    Office("daejeon", "30", "2020-12-01", "대전광역시사회서비스원", "Daejeon Social Service Agency", "042-000-0000",
           "대전광역시 중구 시연로 30", "30 Siyeon-ro, Jung-gu, Daejeon", "#14694f"),
    Office("ulsan", "31", "2021-11-01", "울산광역시복지가족진흥사회서비스원", "Ulsan Social Service Agency", "052-000-0000",
           "울산광역시 남구 시연로 31", "31 Siyeon-ro, Nam-gu, Ulsan", "#0d5c8c"),
    Office("sejong", "36", "2020-07-20", "세종특별자치시사회서비스원", "Sejong Social Service Agency", "044-000-0000",
           "세종특별자치시 시연로 36", "36 Siyeon-ro, Sejong", "#4b5320"),
    Office("gyeonggi", "41", "2020-01-02", "경기도사회서비스원", "Gyeonggi Social Service Agency", "031-000-0000",
           "경기도 수원시 시연로 41", "41 Siyeon-ro, Suwon, Gyeonggi", "#1b4f9c"),
    Office("gangwon", "51", "2020-07-15", "강원특별자치도사회서비스원", "Gangwon Social Service Agency", "033-000-0000",
           "강원특별자치도 춘천시 시연로 51", "51 Siyeon-ro, Chuncheon, Gangwon", "#1f6b3a"),
    Office("chungbuk", "43", "2022-12-01", "충청북도사회서비스원", "Chungbuk Social Service Agency", "043-000-0000",
           "충청북도 청주시 시연로 43", "43 Siyeon-ro, Cheongju, Chungbuk", "#7a1f3d"),
    Office("chungnam", "44", "2020-07-30", "충청남도사회서비스원", "Chungnam Social Service Agency", "041-000-0000",
           "충청남도 홍성군 시연로 44", "44 Siyeon-ro, Hongseong, Chungnam", "#5a3d8a"),
    Office("jeonbuk", "52", "2021-12-01", "전북특별자치도사회서비스원", "Jeonbuk Social Service Agency", "063-000-0000",
           "전북특별자치도 전주시 시연로 52", "52 Siyeon-ro, Jeonju, Jeonbuk", "#8c2f39"),
    Office("jeonnam", "46", "2020-12-15", "전라남도사회서비스원", "Jeonnam Social Service Agency", "061-000-0000",
           "전라남도 무안군 시연로 46", "46 Siyeon-ro, Muan, Jeonnam", "#2d5f5d"),
    Office("gyeongnam", "48", "2019-05-28", "경상남도사회서비스원", "Gyeongnam Social Service Agency", "055-000-0000",
           "경상남도 창원시 시연로 48", "48 Siyeon-ro, Changwon, Gyeongnam", "#34517a"),
    Office("jeju", "50", "2021-10-01", "제주특별자치도사회서비스원", "Jeju Social Service Agency", "064-000-0000",
           "제주특별자치도 제주시 시연로 50", "50 Siyeon-ro, Jeju", "#b3471b"),
]
