#!/usr/bin/env bash
# Turns the flat sources of this folder (html, fods, fodt) into the formats libraries keep, with LibreOffice.
# Run by hand after a source changed. The Word and Excel samples of the OpenXML SDK are written by
#   dotnet run --project tests/QualityPlan.UnitTests -- -explicit only -class '*Shapes'
set -euo pipefail
cd "$(dirname "$0")"
office() { soffice "-env:UserInstallation=file:///tmp/lo-shapes" --headless "$@" >/dev/null 2>&1; }
office --infilter="HTML (StarWriter)" --convert-to odt huzheng.html yiyuan.html jianli.html daxue.html weisheng.html haixun.html torn.html parallel.html \
  outline.html outline-bare.html outline-headings.html outline-unit.html outline-labels.html matrix.html matrix-ticks.html matrix-months.html \
  matrix-quarters.html matrix-both.html turned.html cards.html cards-form.html continued.html continued-rows.html \
  outline-clear.html matrix-pages.html gantt-shaded.html unitabove.html deadlineabove.html
office --convert-to odt lists.fodt frames.fodt outline-auto.fodt
office --convert-to docx huzheng.odt yiyuan.odt jianli.odt daxue.odt weisheng.odt haixun.odt torn.odt lists.odt frames.odt outline.odt outline-auto.odt outline-headings.odt \
  outline-unit.odt outline-labels.odt matrix.odt matrix-ticks.odt matrix-quarters.odt matrix-both.odt turned.odt cards.odt cards-form.odt continued.odt continued-rows.odt \
  outline-clear.odt matrix-pages.odt gantt-shaded.odt unitabove.odt deadlineabove.odt
for book in matrix matrix-words matrix-months matrix-bars matrix-both turned turned-plain cards-sheet continued-sheet gantt-shaded unitabove deadlineabove; do
  office --infilter="HTML (StarCalc)" --convert-to ods "$book.html"
  office --convert-to xlsx "$book.ods"
done
for book in xianfu wenhua school bands; do
  office --convert-to ods "$book.fods"
  office --convert-to xlsx "$book.fods"
done
rm -rf /tmp/lo-shapes
