"""Papers as DOCX files: `render` for one paper, `form.compile_form` for many letters of one form. No other format.

Static parts are deflated once for each layout; only `word/document.xml` is written and deflated for each paper.
"""

from doithoai.adapters.renderers.docx.form import compile_form, render

__all__ = ["compile_form", "render"]
