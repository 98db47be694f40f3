"""The peer: the same pages as the Django tutorial teaches to write them. Generic class-based views, the ORM, Django templates.

Each shows what ours shows: header and navigation, filters, rows with their state, pager, footer. Addresses are ours.
"""

from typing import Any

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_page
from django.views.generic import DetailView, ListView

from doithoai.domain.opinions import TOPICS
from doithoai.stages.notices.models import PublicDialogue, PublicQuestion
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.people.models import Commune, Post, Unit, Village
from doithoai.stages.plans.models import Conference

STATES = {
    "received": "Mới nhận",
    "sorted": "Đã phân loại",
    "assigned": "Đã giao chuẩn bị",
    "awaiting_answer": "Chờ trả lời bằng văn bản",
    "answered": "Đã trả lời",
    "transferred": "Đã chuyển cấp trên",
    "taken_apart": "Tách riêng",
}
STANDINGS = {
    "on_time": "Đã trả lời đúng hạn",
    "late": "Đã trả lời nhưng chậm",
    "open": "Đang xem, còn hạn",
    "overdue": "Quá hạn chưa trả lời",
    "passed_up": "Đã chuyển cấp trên",
}
ANY = ("", "Tất cả")


class InCommune:
    """What every page of a commune has: the commune itself and today."""

    kwargs: dict[str, Any]
    request: HttpRequest
    commune: Commune

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Find the commune first."""
        self.commune = get_object_or_404(Commune, slug=kwargs["slug"])
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # -- a mixin

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Commune and today for the templates."""
        more = {"commune": self.commune, "today": timezone.localdate()}
        return super().get_context_data(**kwargs) | more  # type: ignore[misc, no-any-return]  # -- a mixin


class QuestionFilter(forms.Form):
    """Topic, village, state."""

    chu_de = forms.ChoiceField(label="Việc gì", required=False)
    thon = forms.ChoiceField(label="Thôn", required=False)
    tinh_trang = forms.ChoiceField(label="Trả lời chưa", required=False, choices=[ANY, *STANDINGS.items()])

    def __init__(self, *args: Any, questions: QuerySet[PublicQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = questions.order_by("topic").values_list("topic", flat=True).distinct()
        villages = questions.order_by("village").values_list("village", flat=True).distinct()
        self.fields["chu_de"].choices = [ANY, *((topic, _(TOPICS[topic])) for topic in topics if topic in TOPICS)]
        self.fields["thon"].choices = [ANY, *((village, village) for village in villages)]


class DialogueQuestions(InCommune, ListView):
    """One dialogue: its notice, figures, questions twenty a page."""

    template_name = "textbook/dialogue.html"
    paginate_by = 20
    page_kwarg = "trang"

    def get_queryset(self) -> QuerySet[PublicQuestion]:
        """Public questions of the dialogue, filtered as asked."""
        self.dialogue = get_object_or_404(
            PublicDialogue, pk=self.kwargs["dialogue_id"], commune=self.commune, is_withdrawn=False
        )
        self.questions = PublicQuestion.objects.filter(dialogue=self.dialogue, is_withdrawn=False)
        self.form = QuestionFilter(self.request.GET or None, questions=self.questions)
        found = self.questions
        if self.form.is_valid():
            if topic := self.form.cleaned_data["chu_de"]:
                found = found.filter(topic=topic)
            if village := self.form.cleaned_data["thon"]:
                found = found.filter(village=village)
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The dialogue, the figures and the filter."""
        answered, open_ = Q(status="answered"), Q(status__in=("received", "in_hand"))
        today = timezone.localdate()
        figures = self.questions.aggregate(
            all=Count("pk"),
            late=Count("pk", filter=answered & Q(answered_on__gt=F("due_on"))),
            answered=Count("pk", filter=answered),
            open=Count("pk", filter=open_ & ~Q(due_on__lt=today)),
            overdue=Count("pk", filter=open_ & Q(due_on__lt=today)),
            passed_up=Count("pk", filter=Q(status="passed_up")),
        )
        more = {"dialogue": self.dialogue, "figures": figures, "form": self.form, "topics": TOPICS}
        return super().get_context_data(**kwargs) | more


class Question(InCommune, DetailView):
    """One question."""

    template_name = "textbook/question.html"
    pk_url_kwarg = "question_id"
    context_object_name = "question"

    def get_queryset(self) -> QuerySet[PublicQuestion]:
        """Public questions of this commune."""
        return PublicQuestion.objects.filter(commune=self.commune, is_withdrawn=False).select_related("dialogue")


class Search(InCommune, ListView):
    """Questions with some words, twenty a page."""

    template_name = "textbook/search.html"
    paginate_by = 20
    page_kwarg = "trang"

    def get_queryset(self) -> QuerySet[PublicQuestion]:
        """Every word somewhere in the question or the answer."""
        found = PublicQuestion.objects.filter(commune=self.commune, is_withdrawn=False)
        for word in self.request.GET.get("tim", "").split():
            found = found.filter(Q(question__icontains=word) | Q(answer__icontains=word))
        return found.order_by("-opinion_id")


class RegisterFilter(forms.Form):
    """The register's filters."""

    q = forms.CharField(label="Tìm chữ", required=False, max_length=200)
    state = forms.ChoiceField(label="Bước", required=False, choices=[ANY, *STATES.items()])
    topic = forms.ChoiceField(label="Lĩnh vực", required=False, choices=[ANY, *TOPICS.items()])
    village = forms.ModelChoiceField(label="Thôn", required=False, queryset=Village.objects.none())
    unit = forms.ModelChoiceField(label="Đơn vị", required=False, queryset=Unit.objects.none())
    conference = forms.ModelChoiceField(label="Cuộc đối thoại", required=False, queryset=Conference.objects.none())

    def __init__(self, *args: Any, commune: Commune, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("village", Village), ("unit", Unit), ("conference", Conference)):
            self.fields[name].queryset = model.objects.filter(commune=commune)


class Register(LoginRequiredMixin, InCommune, ListView):
    """The desk's register of opinions."""

    template_name = "textbook/register.html"
    paginate_by = 30
    page_kwarg = "trang"

    def get_queryset(self) -> QuerySet[Opinion]:
        """Opinions of the commune for somebody who holds a post there, filtered as asked."""
        self.posts = list(Post.objects.filter(user=self.request.user, commune=self.commune))
        if not self.posts:
            raise PermissionDenied
        found = Opinion.objects.filter(commune=self.commune).select_related("village", "unit", "group")
        self.form = RegisterFilter(self.request.GET or None, commune=self.commune)
        if self.form.is_valid():
            wanted = self.form.cleaned_data
            found = found.filter(**{name: wanted[name] for name in wanted if name != "q" and wanted[name]})
            for word in wanted["q"].split():
                found = found.filter(original_words__icontains=word)
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filter and who is signed in."""
        context = super().get_context_data(**kwargs) | {"form": self.form, "posts": self.posts}
        for opinion in context["object_list"]:
            opinion.state_words = STATES[opinion.state]
        return context


def nowhere(request: HttpRequest, **parts: Any) -> HttpResponse:
    """Addresses that are only linked to."""
    return HttpResponse(f"{request.path} {parts}")


urlpatterns = [
    path("tim/", nowhere, name="search_all"),
    path("dang-nhap/", nowhere, name="sign_in"),
    path("dang-xuat/", nowhere, name="sign_out"),
    path("ngon-ngu/<str:code>/", nowhere, name="language"),
    path("ban-lam-viec/<slug:slug>/", nowhere, name="desk"),
    path("ban-lam-viec/<slug:slug>/ke-hoach/", nowhere, name="plans"),
    path("ban-lam-viec/<slug:slug>/y-kien/", Register.as_view(), name="register"),
    path("ban-lam-viec/<slug:slug>/y-kien/moi/", nowhere, name="opinion_new"),
    path("ban-lam-viec/<slug:slug>/y-kien/<int:opinion_id>/", nowhere, name="opinion"),
    path("<slug:slug>/", nowhere, name="commune"),
    path("<slug:slug>/tim/", Search.as_view(), name="search"),
    path("<slug:slug>/vi-sao-ngay-nay/", nowhere, name="why"),
    path("<slug:slug>/tra-cuu/", nowhere, name="status"),
    path("<slug:slug>/gui-y-kien/", nowhere, name="send"),
    path("<slug:slug>/hoi-nghi/<int:dialogue_id>/", DialogueQuestions.as_view(), name="dialogue"),
    path("<slug:slug>/cau-hoi/<int:question_id>/", Question.as_view(), name="question"),
    path("kept/<slug:slug>/hoi-nghi/<int:dialogue_id>/", cache_page(1)(DialogueQuestions.as_view())),
]
