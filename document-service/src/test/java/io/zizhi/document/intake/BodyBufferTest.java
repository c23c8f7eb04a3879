package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class BodyBufferTest {

    @Test
    void returns_what_arrived_in_pieces() {
        BodyBuffer body = new BodyBuffer(200_000, 0);
        byte[] sent = new byte[150_001];
        for (int at = 0; at < sent.length; at++) {
            sent[at] = (byte) at;
        }
        for (int at = 0; at < sent.length; at += 9_000) {
            assertThat(body.add(Buffer.buffer(sent).getBuffer(at, Math.min(at + 9_000, sent.length))))
                    .isTrue();
        }
        assertThat(body.whole()).isEqualTo(sent);
    }

    @Test
    void takes_exactly_the_limit_and_no_byte_more() {
        BodyBuffer body = new BodyBuffer(100_000, 100_000);
        assertThat(body.add(Buffer.buffer(new byte[100_000]))).isTrue();
        assertThat(body.whole()).hasSize(100_000);
        assertThat(body.add(Buffer.buffer(new byte[1]))).isFalse();
        assertThat(body.whole()).hasSizeLessThanOrEqualTo(100_000);
    }

    @Test
    void copies_nothing_of_a_body_of_the_declared_length() {
        BodyBuffer body = new BodyBuffer(100_000, 10);
        body.add(Buffer.buffer(new byte[4]));
        body.add(Buffer.buffer(new byte[6]));
        assertThat(body.whole()).isSameAs(body.whole());
    }

    @Test
    void is_empty_when_nothing_arrived() {
        assertThat(new BodyBuffer(10, 5).whole()).isEmpty();
    }
}
