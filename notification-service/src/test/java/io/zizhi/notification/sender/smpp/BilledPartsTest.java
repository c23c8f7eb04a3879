package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.message.MessageParts;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BilledPartsTest {

    /** Characters of one and of two units in both encodings. */
    private static final String[] GSM = {"a", "Z", " ", "€", "["};

    private static final String[] UCS2 = {"a", "€", "资", "𠮷"};

    private final Random random = new Random(7);

    @Test
    void equals_the_segments_that_smpp_submits() {
        for (int length = 0; length < 400; length++) {
            for (String text : new String[] {text(GSM, length), text(UCS2, length)}) {
                assertThat(MessageParts.of(text))
                        .as(text)
                        .isEqualTo(Segmentation.of(text, 1).size());
            }
        }
    }

    private String text(String[] characters, int length) {
        return random.ints(length, 0, characters.length)
                .mapToObj(index -> characters[index])
                .collect(Collectors.joining());
    }
}
