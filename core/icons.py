"""Every drawing of the house: line icons, the shapes of states and the mark; one place, one colour each."""

MARK = (
    '<g transform="rotate(-20 12 12)"><path d="M5.97 4.65A9.9 9.9 0 1 0 18.03 4.65A0.79 0.79 0 0 0 16.93 5.79A7.1 7.1 0 1 1 '
    '7.07 5.79A0.79 0.79 0 0 0 5.97 4.65Z"/><circle cx="12" cy="10.6" r="3.3"/></g>'
)

ICONS = {                                                  # 24 × 24, drawn as lines
    "alert": '<path d="M12 3.5 22 20.5H2z"/><path d="M12 10v5M12 17.6v.1"/>',
    "back": '<path d="m15 5-7 7 7 7"/>',
    "check": '<path d="m4.5 12.5 5 5 10-11"/>',
    "close": '<path d="m5.5 5.5 13 13M18.500 5.5l-13 13"/>',
    "down": '<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>',
    "filter": '<path d="M4 7h16M7 12h10M10 17h4"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.1"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="m11.5 11.5 8-8M16 7l3 3"/>',
    "menu": '<path d="M3.5 6.5h17M3.5 12h17M3.5 17.5h17"/>',
    "next": '<path d="m9 5 7 7-7 7"/>',
    "people": (
        '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.4-4 3-6 6.5-6s6.1 2 6.5 6'
        'M15.5 4.8a3.3 3.3 0 0 1 0 6.4M18 14.6c2 .8 3.2 2.7 3.5 5.4"/>'
    ),
    "phone": (
        '<path d="M5 4h4l1.5 4.5L8 10a12 12 0 0 0 6 6l1.5-2.5L20 15v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 5.6'
        'A1.5 1.5 0 0 1 5 4z"/>'
    ),
    "place": '<path d="M12 21s7-6.3 7-11.5A7 7 0 0 0 5 9.5C5 14.7 12 21 12 21z"/><circle cx="12" cy="9.5" r="2.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "up": '<path d="M12 16V5M7 9.5l5-5 5 5M5 20h14"/>',
}

RING = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z"
FULL = '<circle cx="8" cy="8" r="6.5"/>'
HALF = f'<path d="{RING}m0 1.8v10.4A5.2 5.2 0 0 1 8 2.8z" fill-rule="evenodd"/>'
BAR = f'<path d="{RING}m3.8 8.3H4.2V6.7h7.6z" fill-rule="evenodd"/>'
CROSS = '<path d="M3.6 1.5 8 5.9l4.4-4.4 2.1 2.1L10.1 8l4.4 4.4-2.1 2.1L8 10.1l-4.4 4.4-2.1-2.1L5.9 8 1.5 3.6z"/>'
OPEN = f'<path d="{RING}m0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z"/>'
THIN = f'<path d="{RING}m0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z"/>'
TICK = f'<path d="{RING}m-.9 10.3L3.9 8.1l1.3-1.3 1.9 1.9 3.8-3.9 1.3 1.3z" fill-rule="evenodd"/>'

ASKING = (
    f'<path d="{RING}m.9 10.9H7.1v-1.7h1.8zm1.3-4.7c-.3.5-.9.8-1.1 1.1-.2.2-.2.5-.2.9H7.2c0-.7.1-1.2.4-1.6.4-.5 1-.7 1.2-1.2.2-.6-.2-1.1'
    '-.9-1.1s-1 .5-1.1 1.1l-1.7-.4C5.4 4.7 6.4 3.7 8 3.7c1.8 0 3 1 2.8 2.6-.1.4-.3.7-.6.9z" fill-rule="evenodd"/>'
)

STATES = {                                                 # 16 × 16, filled; a state is never told by its colour alone
    "valid": FULL, "confirmed": TICK, "done": TICK,
    "expiring": HALF, "doing": HALF, "registered": HALF,
    "suspended": BAR, "revoked": CROSS, "refused": CROSS,
    "expired": OPEN, "closed": OPEN, "todo": THIN, "unknown": ASKING,
}

NOTICE_ICONS = {"info": "info", "success": "check", "warning": "alert", "danger": "alert"}
