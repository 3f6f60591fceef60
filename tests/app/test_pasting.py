"""The clipboard of word processors, as they fill it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifestory.app.pasting import words_of_html, words_of_text
from lifestory.app.words import plain, read, tidy, write

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><title>Chronology</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]--><style><!-- /* Style Definitions */
 p.MsoNormal {mso-style-parent:""; margin:0cm; font-size:11.0pt; font-family:"Calibri";}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;}
--></style></head>
<body lang=EN-GB link="#0563C1" style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment--><h1><span lang=EN-US style='color:#2F5496'>My first home<o:p></o:p></span></h1>
<p class=MsoNormal align=center style='text-align:center'>Gran<span
style='mso-spacerun:yes'>  </span>came <b style='mso-bidi-font-weight:normal'>at
once</b>, <i>with</i> <a href="https://example.org">a bag</a>.<span
class=MsoCommentReference><span style='display:none;mso-hide:all'>[DJ1]</span></span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'
><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>A grey rabbit<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'
><!--[if !supportLists]--><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><!--[endif]-->A <span
style='font-weight:bold'>blue</span> cup</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span
><![endif]>Milk</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span
><![endif]>Bed</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0'><td width=301 valign=top><p class=MsoNormal>May 2019<o:p></o:p></p
></td>
 <td width=301><p class=MsoNormal>We <del>left</del><ins>moved</ins>.</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shapetype id="_x0000_t75"><v:path/></v:shapetype
><v:shape id="Picture_1"><v:imagedata src="file:///C:/Users/dj/clip_image001.png"/></v:shape
><![endif]--><![if !vml]><img width=96 height=96 src="file:///C:/Users/dj/clip_image002.jpg"
alt="Picture 1" v:shapes="Picture_1"><![endif]>The end.<br>Really.</p>
<!--EndFragment--></body></html>"""


def test_word_gives_its_words_and_none_of_its_looks() -> None:
    assert write(words_of_html(WORD)) == (
        "My first home\n\n"
        "Gran came **at once**, with a bag.\n\n"
        "- A grey rabbit\n- A **blue** cup\n\n"
        "1. Milk\n2. Bed\n\n"
        "May 2019\n\nWe moved.\n\n"
        "The end.\nReally."
    )


def test_documents_of_the_web_keep_their_lists() -> None:
    docs = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
        '<p dir="ltr"><span style="font-weight:400">Mum </span>'
        '<span style="font-weight:700">sang</span></p>'
        '<ol><li dir="ltr"><p>one</p></li><li><p>two</p></li></ol>'
        "<ul><li>three</li></ul></b>after"
    )
    assert write(words_of_html(docs)) == "Mum **sang**\n\n1. one\n2. two\n\n- three\n\nafter"


def test_plain_text_has_a_paragraph_a_line_or_an_empty_line_between() -> None:
    assert write(words_of_text("one\r\ntwo")) == "one\n\ntwo"
    assert write(words_of_text("one\nmore\n \ntwo\x0b")) == "one\nmore\n\ntwo"


@given(st.text(alphabet="<>/!-[] abpliou=\"'&;\n", max_size=60))
def test_no_html_is_too_broken(html: str) -> None:
    words = words_of_html(html)
    assert words == tidy(words)
    assert read(write(words)) == words
    assert "\n\n" not in plain(words)
