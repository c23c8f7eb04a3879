package io.zizhi.notification.sender.smpp;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the ids of receipts in the text form relate to the ids of answers. SMPP does not define it, and SMSCs differ. All
 * ids become one form, by which a receipt finds its segment. Receipts that name the id as a parameter use the form of
 * the answer, as SMPP defines.
 */
public enum ReceiptIds {
    /** Receipts repeat the id of the answer. */
    SAME(10, 10),

    /** Answers are hexadecimal, receipts decimal. */
    HEXADECIMAL_ANSWERS(16, 10),

    /** Answers are decimal, receipts hexadecimal. */
    DECIMAL_ANSWERS(10, 16);

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,64}");

    private final int answerRadix;
    private final int textRadix;

    ReceiptIds(int answerRadix, int textRadix) {
        this.answerRadix = answerRadix;
        this.textRadix = textRadix;
    }

    /** Returns the common form of an id from an answer or a parameter. */
    String ofAnswer(String id) {
        return common(id, answerRadix);
    }

    /** Returns the common form of an id from the text of a receipt. */
    String ofText(String id) {
        return common(id, textRadix);
    }

    private String common(String id, int radix) {
        Pattern form = radix == 16 ? HEXADECIMAL : DECIMAL;
        return this == SAME || !form.matcher(id).matches()
                ? id.toLowerCase(Locale.ROOT)
                : new BigInteger(id, radix).toString();
    }
}
