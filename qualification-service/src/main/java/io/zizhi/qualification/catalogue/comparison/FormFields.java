package io.zizhi.qualification.catalogue.comparison;

import io.zizhi.qualification.form.Particulars;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form taken apart: every field that is filled in, by its JSON pointer. It goes by the records of the form themselves, so
 * that a field which is added to the form is compared without anybody thinking of it here.
 */
final class FormFields {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<?>> lists = new LinkedHashMap<>();

    private FormFields() {}

    /** @param form a form, or null for one that is not there, which has no field */
    static FormFields of(@Nullable Record form) {
        FormFields fields = new FormFields();
        if (form != null) {
            fields.takeApart("", form);
        }
        return fields;
    }

    /** The fields that hold one value. */
    Map<String, Object> values() {
        return values;
    }

    /** The fields that hold several, of which none is there twice and the order means nothing. */
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

    /** Names and numbers of persons are records, too, but are compared as a whole. */
    private static boolean isPartOfForm(Record value) {
        return value.getClass().getPackage().equals(Particulars.class.getPackage());
    }

    private static @Nullable Object valueOf(RecordComponent component, Record part) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The form cannot be read", impossible);
        }
    }
}
