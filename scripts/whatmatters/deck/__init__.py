"""The deck: sessions and cards, decided once for every form and for both languages.

What each step of a session shows, says and hands out; what stands on each face of a card, on a leader's sheet and on a
slide, and at which size; sheets in millimetres. All of it is data: `print`, `office` and `site` draw it.
"""
