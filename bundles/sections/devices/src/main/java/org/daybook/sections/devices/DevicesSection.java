package org.daybook.sections.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybook.api.report.Block;
import org.daybook.api.report.ReportSection;
import org.daybook.api.report.Tone;
import org.daybook.api.visit.ClosedVisit;
import org.daybook.api.visit.ClosedVisit.Device;
import org.daybook.api.visit.Verdict;
import org.osgi.service.component.annotations.Component;

/**
 * Every piece of equipment at a glance, then what is wrong in full, then what was done on the rest.
 */
@Component(property = ReportSection.PLACE + ":Integer=300")
public final class DevicesSection implements ReportSection {
  @Override
  public String id() {
    return "devices";
  }

  @Override
  public String title(Locale language) {
    return new Texts(language).get("title");
  }

  @Override
  public List<Block> blocks(ClosedVisit visit) {
    Texts texts = new Texts(visit.client().language());
    List<Device> devices =
        visit.devices().stream().sorted((a, b) -> Group.of(a).compareTo(Group.of(b))).toList();
    if (devices.isEmpty()) {
      List<Block> nothing = new ArrayList<>();
      nothing.add(Block.Paragraph.of(texts.get("empty")));
      nothing.addAll(new Gone(texts).blocks(visit.gone()));
      return nothing;
    }
    List<Device> red = devices.stream().filter(d -> d.verdict() == Verdict.RED).toList();
    List<Device> green = devices.stream().filter(d -> d.verdict() == Verdict.GREEN).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(visit, devices, red, texts));
    Findings findings = new Findings(visit, texts);
    blocks.add(new StatusCells(visit, findings, texts).grid(devices));
    if (red.isEmpty()) {
      blocks.add(new Block.Paragraph(texts.get("noFaults"), Tone.GOOD));
    }
    blocks.addAll(new Faults(findings, texts).blocks(red));
    blocks.addAll(new Gone(texts).blocks(visit.gone()));
    blocks.addAll(new Work(texts).blocks(green));
    return blocks;
  }

  private static Block figures(
      ClosedVisit visit, List<Device> devices, List<Device> red, Texts texts) {
    List<Block.Figure> figures = new ArrayList<>();
    figures.add(
        new Block.Figure(
            texts.get("figure.green"),
            texts.get("of", devices.size() - red.size(), devices.size()),
            red.isEmpty() ? Tone.GOOD : Tone.WARNING));
    if (!red.isEmpty()) {
      figures.add(new Block.Figure(texts.get("figure.red"), String.valueOf(red.size()), Tone.BAD));
    }
    long unchecked = red.stream().filter(device -> !Findings.isFaulty(device)).count();
    if (unchecked > 0) {
      figures.add(
          new Block.Figure(texts.get("figure.unchecked"), String.valueOf(unchecked), Tone.WARNING));
    }
    if (visit.previousVisitAt().isPresent()) {
      figures.add(
          new Block.Figure(
              texts.get("figure.mended"),
              String.valueOf(devices.stream().filter(Findings::isMended).count()),
              Tone.NEUTRAL));
      figures.add(
          new Block.Figure(
              texts.get("figure.broken"),
              String.valueOf(devices.stream().filter(Findings::isNewlyFaulty).count()),
              Tone.NEUTRAL));
      long added = devices.stream().filter(device -> device.previous().isEmpty()).count();
      if (added > 0) {
        figures.add(new Block.Figure(texts.get("figure.new"), String.valueOf(added), Tone.NEUTRAL));
      }
    }
    return new Block.KeyFigures(figures);
  }
}
