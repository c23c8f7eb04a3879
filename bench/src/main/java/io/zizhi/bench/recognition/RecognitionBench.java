package io.zizhi.bench.recognition;

import io.zizhi.bench.site.Figures;
import io.zizhi.bench.site.Report;
import io.zizhi.bench.specimen.Degradation;
import io.zizhi.bench.specimen.FontSet;
import io.zizhi.bench.specimen.Specimen;
import io.zizhi.bench.specimen.SpecimenKind;
import io.zizhi.bench.specimen.SpecimenSet;
import io.zizhi.bench.specimen.SpecimenSet.Plan;
import io.zizhi.bench.specimen.Typeface;
import io.zizhi.recognition.DocumentForm;
import io.zizhi.recognition.LocalTextRecognition;
import io.zizhi.recognition.Recognition;
import io.zizhi.recognition.RecognizedField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Recognises specimens and compares every field with what was drawn. By default with {@link FontSet#PUBLISHED} and its
 * seed; {@code -Dbench.set=TUNING} is for tuning. {@code -Dbench.each=N}: pictures of one kind with one degradation,
 * {@code -Dbench.first=N}: the index of the first of them, so that a measurement can be split. {@code -Dbench.threads=N}: threads of the engine. {@code -Dbench.fonts=FOLDER}: unpacked font packages instead of
 * installed ones. {@code -Dbench.failures=true} prints wrong fields.
 */
public final class RecognitionBench {

    private static final Map<FontSet, Long> SEEDS = Map.of(FontSet.TUNING, 1L, FontSet.PUBLISHED, 20_261_129L);

    /** 6 pictures of 5 kinds with 8 degradations are 240. */
    private static final int EACH = 6;

    private static final int THREADS = 2;
    private static final int WARM_UP = 5;
    private static final double NANOS = 1e6;

    private final Report report;
    private final FontSet fonts = FontSet.valueOf(System.getProperty("bench.set", FontSet.PUBLISHED.name()));
    private final boolean showsFailures = Boolean.getBoolean("bench.failures");

    private final Accuracy all = new Accuracy();
    private final Map<Degradation, Accuracy> byDegradation = new EnumMap<>(Degradation.class);
    private final Map<SpecimenKind, Accuracy> byKind = new EnumMap<>(SpecimenKind.class);
    private final Map<String, Accuracy> byField = new TreeMap<>();
    private final List<Double> wall = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();

    public RecognitionBench(Report report) {
        this.report = report;
    }

    /** Prints SKIPPED if the fonts are not installed. */
    public void run() {
        Path root = Path.of(System.getProperty("bench.fonts", "/"));
        if (!fonts.isComplete(root)) {
            report.note("SKIPPED recognition: it draws with the fonts of these packages: apt-get install "
                    + fonts.packages());
            return;
        }
        List<Typeface> typefaces = fonts.installed(root);
        SpecimenSet specimens = new SpecimenSet(SEEDS.getOrDefault(fonts, 0L), typefaces);
        List<Plan> plans =
                specimens.plans(Integer.getInteger("bench.first", 0), Integer.getInteger("bench.each", EACH));
        int threads = Integer.getInteger("bench.threads", THREADS);
        try (LocalTextRecognition recognition = new LocalTextRecognition(threads)) {
            for (Plan plan : plans.subList(0, WARM_UP)) {
                Specimen specimen = specimens.draw(plan);
                recognition.recognize(form(specimen.kind()), specimen.jpeg());
            }
            for (Plan plan : plans) {
                measure(recognition, specimens.draw(plan), plan);
            }
        }
        String names = typefaces.stream().map(Typeface::name).collect(Collectors.joining(", "));
        report.note("%s: %s; %d pictures; %d threads".formatted(fonts, names, plans.size(), threads));
        report();
    }

    private void measure(LocalTextRecognition recognition, Specimen specimen, Plan plan) {
        long processorBefore = processorNanos();
        long start = System.nanoTime();
        Recognition found = recognition.recognize(form(specimen.kind()), specimen.jpeg());
        wall.add((System.nanoTime() - start) / NANOS);
        processor.add((processorNanos() - processorBefore) / NANOS);
        boolean isWhole = true;
        for (Map.Entry<String, String> field : specimen.fields().entrySet()) {
            String read =
                    found.field(field.getKey()).map(RecognizedField::value).orElse("");
            boolean isRight = normalised(read).equals(normalised(field.getValue()));
            boolean isKnown = recognition.dictionary().covers(normalised(field.getValue()));
            isWhole &= isRight || !isKnown;
            all.addField(isRight, isKnown);
            of(byDegradation, specimen.degradation()).addField(isRight, isKnown);
            of(byKind, specimen.kind()).addField(isRight, isKnown);
            byField.computeIfAbsent(specimen.kind() + " " + field.getKey(), name -> new Accuracy())
                    .addField(isRight, isKnown);
            if (showsFailures && !isRight) {
                report.note("%s %s %d %s: %s, read %s%s"
                        .formatted(
                                plan.kind(),
                                plan.degradation(),
                                plan.index(),
                                field.getKey(),
                                field.getValue(),
                                read.isEmpty() ? "nothing" : read,
                                isKnown ? "" : " (unknown character)"));
            }
        }
        all.addPicture(isWhole);
        of(byDegradation, specimen.degradation()).addPicture(isWhole);
        of(byKind, specimen.kind()).addPicture(isWhole);
    }

    private static <K> Accuracy of(Map<K, Accuracy> accuracies, K key) {
        return accuracies.computeIfAbsent(key, absent -> new Accuracy());
    }

    private void report() {
        table("degradation");
        byDegradation.forEach((degradation, accuracy) -> report.line(accuracy.row(degradation.name())));
        report.line(all.row("**all**"));
        table("document");
        byKind.forEach((kind, accuracy) -> report.line(accuracy.row(kind.name())));
        table("field");
        byField.forEach((field, accuracy) -> report.line(accuracy.row(field)));
        report.distributions(List.of(
                Figures.of("bytes of a picture → its fields", "ms", wall),
                Figures.of("processor time of that", "ms", processor)));
        report.note("p95 " + p95(wall) + " ms, processor time " + p95(processor) + " ms; peak memory of the process, "
                + "drawing included: " + peakMemory());
    }

    private static long p95(List<Double> millis) {
        return Math.round(Figures.of("p95", "ms", millis).percentile(0.95));
    }

    private void table(String what) {
        report.text("| " + what
                + " | pictures | entirely correct | fields | correct | share | unknown characters: correct |\n"
                + "|---|---|---|---|---|---|---|");
    }

    /** Ignores spaces, and whether brackets and digits are wide. */
    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static DocumentForm form(SpecimenKind kind) {
        return kind == SpecimenKind.TRAVEL_PERMIT ? DocumentForm.OTHER_ID : DocumentForm.valueOf(kind.name());
    }

    /** Returns the processor time of this process, with that of native threads. */
    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static String peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .map(line -> line.replaceAll("\\s+", " "))
                    .orElse("unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
