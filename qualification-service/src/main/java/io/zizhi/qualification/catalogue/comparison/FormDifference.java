package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.form.QualificationForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the fields of two forms. It works on unmasked forms, without I/O and without access control. */
public final class FormDifference {

    private final Map<String, String> documentKinds = new LinkedHashMap<>();
    private final List<FieldChange> changes = new ArrayList<>();

    private FormDifference(List<DocumentUse> before, List<DocumentUse> after) {
        Stream.concat(before.stream(), after.stream()).forEach(use -> documentKinds.put(use.pointer(), use.kind()));
    }

    /** Returns every field that differs, in the order of the form. */
    public static List<FieldChange> between(QualificationForm before, QualificationForm after) {
        return new FormDifference(before.documents(), after.documents())
                .compare(FormFields.of(before), FormFields.of(after));
    }

    /**
     * Compares two letters; pointers refer to the letter's form.
     *
     * @param before the older form; null if there was none, so that every field counts as added; {@code after} likewise
     */
    public static List<FieldChange> betweenLetters(@Nullable LetterForm before, @Nullable LetterForm after) {
        return new FormDifference(documents(before), documents(after))
                .compare(FormFields.of(before), FormFields.of(after));
    }

    private static List<DocumentUse> documents(@Nullable LetterForm form) {
        return form == null ? List.of() : form.documents();
    }

    /** Returns the pointers of the fields that differ, without values, for the timeline and the audit log. */
    public static List<String> pointers(QualificationForm before, QualificationForm after) {
        return between(before, after).stream().map(FieldChange::pointer).toList();
    }

    private List<FieldChange> compare(FormFields before, FormFields after) {
        compareValues(before.values(), after.values());
        compareLists(before.lists(), after.lists());
        return List.copyOf(changes);
    }

    private void compareValues(Map<String, Object> before, Map<String, Object> after) {
        Set<String> pointers = new LinkedHashSet<>(before.keySet());
        pointers.addAll(after.keySet());
        for (String pointer : pointers) {
            Object old = before.get(pointer);
            Object now = after.get(pointer);
            if (old == null || !old.equals(now)) {
                add(pointer, old, now);
            }
        }
    }

    private void compareLists(Map<String, List<?>> before, Map<String, List<?>> after) {
        Set<String> pointers = new TreeSet<>(before.keySet());
        pointers.addAll(after.keySet());
        for (String pointer : pointers) {
            List<?> old = before.getOrDefault(pointer, List.of());
            List<?> now = after.getOrDefault(pointer, List.of());
            for (int index = 0; index < old.size(); index++) {
                if (!now.contains(old.get(index))) {
                    add(pointer + "/" + index, old.get(index), null);
                }
            }
            for (int index = 0; index < now.size(); index++) {
                if (!old.contains(now.get(index))) {
                    add(pointer + "/" + index, null, now.get(index));
                }
            }
        }
    }

    private void add(String pointer, @Nullable Object before, @Nullable Object after) {
        changes.add(new FieldChange(pointer, documentKinds.get(pointer), before, after));
    }
}
