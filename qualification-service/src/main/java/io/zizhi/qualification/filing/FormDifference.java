package io.zizhi.qualification.filing;

import io.zizhi.qualification.form.Particulars;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which parts of a form were changed, for the timeline and the audit: pointers, never values. */
final class FormDifference {

    private FormDifference() {}

    static List<String> between(Particulars before, Particulars after) {
        List<String> changed = new ArrayList<>();
        add(changed, "/name", before.name(), after.name());
        add(changed, "/ownerType", before.ownerType(), after.ownerType());
        add(changed, "/remark", before.remark(), after.remark());
        add(changed, "/company", before.company(), after.company());
        add(changed, "/legalPerson", before.legalPerson(), after.legalPerson());
        add(changed, "/administrator", before.administrator(), after.administrator());
        add(changed, "/moreMaterial", before.moreMaterial(), after.moreMaterial());
        add(changed, "/consent", before.consent(), after.consent());
        return changed;
    }

    private static void add(
            List<String> changed,
            String pointer,
            @org.jspecify.annotations.Nullable Object before,
            @org.jspecify.annotations.Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(pointer);
        }
    }
}
