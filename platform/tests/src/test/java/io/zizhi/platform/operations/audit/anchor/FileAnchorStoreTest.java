package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zizhi.platform.operations.audit.chain.Head;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAnchorStoreTest {

    private static final AnchorKey KEY = key(1);

    @TempDir
    private Path folder;

    private Path file;
    private FileAnchorStore store;

    @BeforeEach
    void create() {
        file = folder.resolve("new").resolve("review-service.anchors");
        store = new FileAnchorStore(file);
    }

    @Test
    void returns_anchors_in_their_order() {
        SignedAnchor first = append(SignedAnchor.FIRST, 1, 3);
        SignedAnchor second = append(first.hash(), 2, 0);

        assertThat(store.last()).contains(second);
        assertThat(all()).containsExactly(first, second);
        assertThat(all()).allMatch(KEY::hasSigned).noneMatch(key(2)::hasSigned);
    }

    @Test
    void is_empty_before_the_first_anchor() {
        assertThat(store.last()).isEmpty();
        assertThat(all()).isEmpty();
    }

    @Test
    void refuses_an_anchor_that_does_not_follow_the_last() {
        append(SignedAnchor.FIRST, 1, 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> append(SignedAnchor.FIRST, 1, 1))
                .withMessageContaining("Another replica");
        assertThat(all()).hasSize(1);
    }

    @Test
    void refuses_to_wait_for_a_locked_file() throws IOException {
        SignedAnchor first = append(SignedAnchor.FIRST, 1, 1);
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.lock();

            assertThatIllegalStateException().isThrownBy(() -> append(first.hash(), 2, 1));
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void goes_on_after_a_line_that_a_crash_has_cut_off() throws IOException {
        SignedAnchor first = append(SignedAnchor.FIRST, 1, 1);
        String line = sign(first.hash(), 2, 1).line();
        Files.writeString(file, line.substring(0, line.length() / 2), StandardOpenOption.APPEND);

        assertThat(store.last()).contains(first);
        SignedAnchor second = append(first.hash(), 2, 1);

        assertThat(store.last()).contains(second);
        assertThat(all()).containsExactly(first, second);
    }

    @Test
    void finds_the_last_anchor_before_much_that_is_damaged() throws IOException {
        SignedAnchor first = append(SignedAnchor.FIRST, 1, 1);
        Files.writeString(file, "damaged\n".repeat(100_000), StandardOpenOption.APPEND);

        assertThat(store.last()).contains(first);
    }

    @Test
    void reads_many_anchors_page_by_page() {
        List<SignedAnchor> written = new ArrayList<>();
        String previous = SignedAnchor.FIRST;
        for (int number = 1; number <= 40; number++) {
            written.add(append(previous, number, AnchorHeads.MOST));
            previous = written.getLast().hash();
        }

        assertThat(store.read(AnchorStore.START, 0).anchors()).hasSizeLessThan(40);
        assertThat(all()).isEqualTo(written);
    }

    private List<SignedAnchor> all() {
        List<SignedAnchor> all = new ArrayList<>();
        String position = AnchorStore.START;
        while (true) {
            AnchorStore.Page page = store.read(position, all.size());
            all.addAll(page.anchors());
            if (page.next().equals(position)) {
                return all;
            }
            position = page.next();
        }
    }

    private SignedAnchor append(String previous, int number, int heads) {
        SignedAnchor anchor = sign(previous, number, heads);
        store.append(anchor);
        return anchor;
    }

    private static SignedAnchor sign(String previous, int number, int heads) {
        Head head = new Head("an account, 资质", number, "0".repeat(64));
        Anchor anchor = new Anchor(
                "review-service",
                number,
                previous,
                "2026-11-29T03:20:00Z",
                1,
                null,
                null,
                Collections.nCopies(heads, head));
        return SignedAnchor.sign(anchor, KEY);
    }

    private static AnchorKey key(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return new AnchorKey(Base64.getEncoder().encodeToString(seed), List.of());
    }
}
