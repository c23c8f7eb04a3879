package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.qualification.form.QualificationForm;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filled-in fields of a form by JSON pointer. The fields are found by reflection on the form's records, so a field
 * added to the form is compared automatically.
 */
final class FormFields {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<?>> lists = new LinkedHashMap<>();

    private FormFields() {}

    /** @param form a form, or null for a missing one, which has no fields */
    static FormFields of(@Nullable Record form) {
        FormFields fields = new FormFields();
        if (form != null) {
            fields.takeApart("", form);
        }
        return fields;
    }

    /** Returns the fields with a single value. */
    Map<String, Object> values() {
        return values;
    }

    /** Returns the fields with several values. They contain no duplicates, and their order has no meaning. */
    Map<String, List<?>> lists() {
        return lists;
    }

    private void take(String pointer, @Nullable Object value) {
        if (value instanceof List<?> several) {
            lists.put(pointer, several);
        } else if (value instanceof Record part && isPartOfForm(part)) {
            takeApart(pointer, part);
        } else if (value != null) {
            values.put(pointer, value);
        }
    }

    private void takeApart(String pointer, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            take(pointer + "/" + component.getName(), valueOf(component, part));
        }
    }

    /** Names and numbers of persons are records too, but are compared as a whole. */
    private static boolean isPartOfForm(Record value) {
        return value.getClass().getPackage().equals(QualificationForm.class.getPackage());
    }

    private static @Nullable Object valueOf(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read a field of the form", impossible);
        }
    }
}
