"""What every page is made of."""

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ('colour contrast', 'core/colours.py',
     'return all(contrast(*pair) >= READABLE for pair in pairs)',
     'return True',
     'tests/core/test_colours.py::test_a_colour_too_light_gets_the_nearest_that_passes'),
    ('colour is nothing but a colour', 'core/colours.py',
     'HEX.fullmatch(text.strip())',
     'HEX.match(text.strip())',
     'tests/core/test_colours.py::test_what_is_no_colour_is_refused'),
    ("a notice's title is escaped", 'core/templatetags/house.py',
     'format_html("<b>{}</b>", title)',
     'mark_safe(f"<b>{title}</b>")',
     'tests/core/test_house.py::test_words_never_become_markup'),
    ('only our languages are kept', 'core/templatetags/house.py',
     'chosen not in dict(settings.LANGUAGES)',
     'not chosen',
     'tests/core/test_house.py::test_a_link_keeps_the_language_that_stands_in_the_address'),
    ('no inline style', 'templates/404.html',
     '<div class="empty">',
     '<div class="empty" style="color: red">',
     'tests/architecture/test_templates.py::test_no_page_holds_a_script_or_a_style_of_its_own'),
]
