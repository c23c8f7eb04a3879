package io.zizhi.qualification.comparison;

import io.zizhi.qualification.form.DocumentUse;
import io.zizhi.qualification.form.Particulars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In which fields two forms differ. Pure: it sees the forms opened and knows nothing of who may see what. */
public final class FormDifference {

    private final Map<String, String> documentKinds = new LinkedHashMap<>();
    private final List<FieldChange> changes = new ArrayList<>();

    private FormDifference(Particulars before, Particulars after) {
        for (DocumentUse use : before.documents()) {
            documentKinds.put(use.pointer(), use.kind());
        }
        for (DocumentUse use : after.documents()) {
            documentKinds.put(use.pointer(), use.kind());
        }
    }

    /** Every field that differs, in the order of the form. */
    public static List<FieldChange> between(Particulars before, Particulars after) {
        FormDifference difference = new FormDifference(before, after);
        FormFields old = FormFields.of(before);
        FormFields now = FormFields.of(after);
        difference.compareValues(old.values(), now.values());
        difference.compareLists(old.lists(), now.lists());
        return List.copyOf(difference.changes);
    }

    /** The fields that differ by their pointers, without any value: for the timeline and the audit. */
    public static List<String> pointers(Particulars before, Particulars after) {
        return between(before, after).stream().map(FieldChange::pointer).toList();
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
