package io.zizhi.qualification.catalogue.copy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a copy. The data of persons is in plain text.
 *
 * @param items in the order of the parts, each by id
 * @param next send it as {@code after} for the next page; absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountCopyView(
        List<CopiedItem> items, @Nullable String next) {

    /** Omits the items, which are personal data. */
    @Override
    public String toString() {
        return "AccountCopyView[" + items.size() + "]";
    }

    /**
     * One row of the account.
     *
     * @param part what it is
     * @param data its fields; {@code form} and {@code personalData} together are the form as it was filled in;
     *     {@code personalData.recognised} has values of its pictures that differed at the submission
     */
    public record CopiedItem(CopiedPart part, Map<String, Object> data) {

        /** Omits the data, which is personal. */
        @Override
        public String toString() {
            return "CopiedItem[" + part + "]";
        }
    }
}
