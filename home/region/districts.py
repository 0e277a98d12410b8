"""The districts of North Rhine-Westphalia by official municipality key (AGS, © GeoBasis-DE / BKG 2021)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

DISTRICTS = {
    "05111": "Düsseldorf",
    "05112": "Duisburg",
    "05113": "Essen",
    "05114": "Krefeld",
    "05116": "Mönchengladbach",
    "05117": "Mülheim an der Ruhr",
    "05119": "Oberhausen",
    "05120": "Remscheid",
    "05122": "Solingen",
    "05124": "Wuppertal",
    "05154": "Kleve",
    "05158": "Mettmann",
    "05162": "Rhein-Kreis Neuss",
    "05166": "Viersen",
    "05170": "Wesel",
    "05314": "Bonn",
    "05315": "Köln",
    "05316": "Leverkusen",
    "05334": "Städteregion Aachen",
    "05358": "Düren",
    "05362": "Rhein-Erft-Kreis",
    "05366": "Euskirchen",
    "05370": "Heinsberg",
    "05374": "Oberbergischer Kreis",
    "05378": "Rheinisch-Bergischer Kreis",
    "05382": "Rhein-Sieg-Kreis",
    "05512": "Bottrop",
    "05513": "Gelsenkirchen",
    "05515": "Münster",
    "05554": "Borken",
    "05558": "Coesfeld",
    "05562": "Recklinghausen",
    "05566": "Steinfurt",
    "05570": "Warendorf",
    "05711": "Bielefeld",
    "05754": "Gütersloh",
    "05758": "Herford",
    "05762": "Höxter",
    "05766": "Lippe",
    "05770": "Minden-Lübbecke",
    "05774": "Paderborn",
    "05911": "Bochum",
    "05913": "Dortmund",
    "05914": "Hagen",
    "05915": "Hamm",
    "05916": "Herne",
    "05954": "Ennepe-Ruhr-Kreis",
    "05958": "Hochsauerlandkreis",
    "05962": "Märkischer Kreis",
    "05966": "Olpe",
    "05970": "Siegen-Wittgenstein",
    "05974": "Soest",
    "05978": "Unna",
}

CHOICES = sorted(DISTRICTS.items(), key=lambda district: district[1])


def district_panel() -> FieldPanel:
    """For forms of the admin: chosen by name, stored as the key."""
    return FieldPanel(
        "district",
        widget=forms.Select(choices=[("", "–"), *CHOICES]),
        help_text=_("The region map counts by it. Leave it empty outside North Rhine-Westphalia."),
    )
