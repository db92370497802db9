#!/bin/sh
# Cuts the woff2 files in public/fonts from the published families.
# Needs: npm, Python 3 with fontTools (4.38 or later) and brotli.
#   Debian: apt-get install python3-fonttools python3-brotli
# Usage: docs/fonts/subset.sh [output directory]    (default: public/fonts)
# PYTHON=/usr/bin/python3 chooses another interpreter.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "${1:-$root/public/fonts}"
out=$(cd "${1:-$root/public/fonts}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for name in noto-naskh-arabic markazi-text vazirmatn noto-nastaliq-urdu frank-ruhl-libre; do
  npm pack --silent "@fontsource-variable/$name@5.3.0" >/dev/null
  mkdir "$name"
  tar xzf "fontsource-variable-$name-5.3.0.tgz" -C "$name" --strip-components=1
  cp "$name/LICENSE" "$out/OFL-$name.txt"
done

"${PYTHON:-python3}" - "$out" <<'PY'
import copy
import os
import sys

from fontTools.otlLib.builder import buildPairPosGlyphs
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables as ot
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer
from fontTools.varLib.builder import buildVarIdxMap
from fontTools.varLib.varStore import OnlineVarStoreBuilder

OUT = sys.argv[1]


def span(text):
    points = set()
    for part in text.split():
        first, _, last = part.partition("-")
        points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return points


# Taken from the family's Latin file: ASCII digits and punctuation, the no-break
# space, guillemets, dashes, quotation marks, bullet, ellipsis, minus. Signs that
# only stand in Latin text or code ($ & @ \ ^ _ ` { | } ~) stay with its letters.
ASCII = span(
    "20-23 25 27-3F 5B 5D A0 AB B0 B7 BB D7 F7 2013 2014 2018-201A 201C-201E 2022 2026 2039 203A 2212"
)
# Arabic as newspapers write it, its marks, both digit families, and the
# letters Arabic borrows for names: پ چ ژ ڤ ڨ ڭ ک گ ی.
ARABIC = span(
    "60C 61B-61C 61F 621-63A 640-655 656 660-671 67E 686 698 6A4 6A8 6A9 6AD 6AF 6CC 6D4 6F0-6F9"
    " 200C-200E 2010 FDF2"
)
# What Persian, Urdu, Kurdish (Sorani), Pashto and Uyghur add, and the heavy
# devotional signs: ﴾ ﴿ ﷺ ﷼.
EASTERN = span(
    "60D 610-614 657 658 61E 674 679 67C 681 685 688 689 691 693 695 696 69A 6AB 6B5 6BA 6BC 6BE"
    " 6C0-6C3 6C5-6C8 6CA 6CB 6CD 6CE 6D0 6D2 6D3 6D5 FD3E FD3F FDFA FDFC"
)
# Urdu beside the Arabic it quotes; letters of other languages would double the file of a face whose letters
# have dozens of forms each.
URDU = ARABIC - span("698 6A4 6A8 6AD") | span(
    "60D 610-614 657 658 679 688 691 698 6BA 6BE 6C1-6C3 6D2 6D3 FD3E FD3F FDFA"
)
# Hebrew letters, points, maqaf, geresh and gershayim, the digraphs of Yiddish, the sheqel.
HEBREW = span("5B0-5C3 5C7 5D0-5EA 5F0-5F4 200C-200E 20AA")


def limited(path, axes):
    font = TTFont(path)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
    if "gvar" in font:  # instancing leaves out glyphs that do not vary
        for glyph in font.getGlyphOrder():
            font["gvar"].variations.setdefault(glyph, [])
    return font


def graft(font, donor, points):
    """Copies the donor's glyphs for these code points into the font: outline,
    variation, advance, and the kerning among them (at the default weight)."""
    source, have = donor.getBestCmap(), font.getBestCmap()
    form = arabic_forms(donor)
    wanted = {u: form.get(source[u], source[u]) for u in sorted(points) if u in source and u not in have}
    order, glyf, names = list(font.getGlyphOrder()), font["glyf"], {}

    def take(name):
        if name in names:
            return
        new = names[name] = "ascii." + name
        glyph = copy.deepcopy(donor["glyf"][name])
        glyph.expand(donor["glyf"])
        if glyph.isComposite():
            for part in glyph.components:
                take(part.glyphName)
                part.glyphName = names[part.glyphName]
        order.append(new)
        glyf.glyphs[new] = glyph
        font["hmtx"].metrics[new] = donor["hmtx"].metrics[name]
        if "gvar" in font:
            font["gvar"].variations[new] = copy.deepcopy(donor["gvar"].variations.get(name, []))

    for name in wanted.values():
        take(name)
    # A family without the joiners gets them as empty glyphs: a second font drawing
    # them would cut the word in two.
    added = {u: names[n] for u, n in wanted.items()}
    for point in span("200C-200E") - set(have):
        added[point] = new = "joiner.%04X" % point
        order.append(new)
        glyf.glyphs[new] = Glyph()
        font["hmtx"].metrics[new] = (0, 0)
        if "gvar" in font:
            font["gvar"].variations[new] = []
    font.setGlyphOrder(order)
    glyf.glyphOrder = order
    glyf._reverseGlyphOrder = {}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)
    kern(font, donor, names)


def arabic_forms(donor):
    """The forms the donor gives its punctuation in Arabic text (Markazi Text has
    lower guillemets and a heavier stop); after grafting they are the only ones."""
    gsub, form = donor["GSUB"].table, {}
    for record in gsub.ScriptList.ScriptRecord:
        if record.ScriptTag != "arab":
            continue
        systems = [record.Script.DefaultLangSys] + [r.LangSys for r in record.Script.LangSysRecord if r.LangSysTag == "ARA "]
        for index in {i for system in systems if system for i in system.FeatureIndex}:
            feature = gsub.FeatureList.FeatureRecord[index]
            if feature.FeatureTag != "locl":
                continue
            for lookup in feature.Feature.LookupListIndex:
                for sub in gsub.LookupList.Lookup[lookup].SubTable:
                    sub = sub.ExtSubTable if sub.LookupType == 7 else sub
                    if sub.LookupType == 1:
                        form.update(sub.mapping)
    return form


def kern(font, donor, names):
    """Adds the donor's kerning among the copied glyphs as one more lookup of
    every kern feature the font has."""
    pairs = {}
    for lookup in donor["GPOS"].table.LookupList.Lookup:
        for sub in lookup.SubTable:
            sub = sub.ExtSubTable if sub.LookupType == 9 else sub
            if sub.LookupType != 2:
                continue
            for i, left in enumerate(sub.Coverage.glyphs):
                if left not in names:
                    continue
                if sub.Format == 1:
                    found = {r.SecondGlyph: r.Value1 for r in sub.PairSet[i].PairValueRecord}
                else:
                    row = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)].Class2Record
                    found = {g: row[sub.ClassDef2.classDefs.get(g, 0)].Value1 for g in names}
                for right, value in found.items():
                    advance = getattr(value, "XAdvance", 0) if value else 0
                    if right in names and advance:
                        record = ot.ValueRecord()
                        record.XAdvance = advance
                        pairs.setdefault((names[left], names[right]), (record, None))
    gpos = font["GPOS"].table
    features = [r.Feature for r in gpos.FeatureList.FeatureRecord if r.FeatureTag == "kern"]
    if not pairs or not features:
        return
    lookup = ot.Lookup()
    lookup.LookupType, lookup.LookupFlag = 2, 0
    lookup.SubTable = buildPairPosGlyphs(pairs, font.getReverseGlyphMap())
    lookup.SubTableCount = len(lookup.SubTable)
    gpos.LookupList.Lookup.append(lookup)
    gpos.LookupList.LookupCount = len(gpos.LookupList.Lookup)
    for feature in features:
        feature.LookupListIndex = feature.LookupListIndex + [gpos.LookupList.LookupCount - 1]
        feature.LookupCount = len(feature.LookupListIndex)


def advances(font):
    """Rebuilds HVAR, which knows nothing of grafted glyphs, from gvar."""
    if "gvar" not in font:
        return
    builder = OnlineVarStoreBuilder([a.axisTag for a in font["fvar"].axes])
    index = {}
    for name in font.getGlyphOrder():
        supports, deltas = [], []
        for variation in font["gvar"].variations.get(name, []):
            left, right = variation.coordinates[-4], variation.coordinates[-3]
            delta = (right[0] if right else 0) - (left[0] if left else 0)
            if delta:
                supports.append(variation.axes)
                deltas.append(delta)
        if supports:
            builder.setSupports([{}] + supports)
            index[name] = builder.storeDeltas(deltas)
        else:
            index[name] = None
    store = builder.finish()
    moved = store.optimize()
    table = ot.HVAR()
    table.Version = 0x00010000
    table.VarStore = store
    table.AdvWidthMap = buildVarIdxMap(
        [0xFFFFFFFF if index[n] is None else moved[index[n]] for n in font.getGlyphOrder()], font.getGlyphOrder()
    )
    table.LsbMap = table.RsbMap = None
    font["HVAR"] = newTable("HVAR")
    font["HVAR"].table = table


def features(font):
    return {r.FeatureTag for t in ("GSUB", "GPOS") for r in font[t].table.FeatureList.FeatureRecord}


def cut(font, points, path):
    options = Options()
    # Every feature, except that a family whose digits are of one width anyway
    # does without its second set of digits.
    kept = features(font)
    options.layout_features = kept - {"pnum", "tnum"} if "pnum" in kept else kept
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.name_languages = [0x409]
    options.drop_tables += ["STAT", "MVAR", "DSIG", "HVAR"]
    if "fvar" in font:
        font["fvar"].instances = []
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    advances(font)
    font.flavor = "woff2"
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(path)
    missing = " ".join("%04X" % u for u in sorted(points - set(font.getBestCmap())))
    print(os.path.basename(path), os.path.getsize(path), len(font.getGlyphOrder()), "glyphs; not in the family:", missing)


# Family, script of its file, axes, and the files cut from it.
EVERY = {"arabic": ARABIC | ASCII, "eastern": ARABIC | ASCII | EASTERN}
CUTS = [
    ("noto-naskh-arabic", "arabic", None, EVERY),  # already 400-700
    ("markazi-text", "arabic", {"wght": 700}, EVERY),  # headlines use this one weight
    ("vazirmatn", "arabic", {"wght": (400, 700)}, EVERY),
    ("noto-nastaliq-urdu", "arabic", {"wght": 400}, {"urdu": URDU | ASCII}),
    ("frank-ruhl-libre", "hebrew", {"wght": (400, 700)}, {"hebrew": HEBREW | ASCII}),
]
for name, script, axes, files in CUTS:
    for suffix, points in files.items():
        font = limited(f"{name}/files/{name}-{script}-wght-normal.woff2", axes)
        donor = limited(f"{name}/files/{name}-latin-wght-normal.woff2", axes)
        graft(font, donor, points & ASCII)
        cut(font, points, f"{OUT}/{name}-{suffix}.woff2")
PY
