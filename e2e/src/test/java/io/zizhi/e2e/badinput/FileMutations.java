package io.zizhi.e2e.badinput;

import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Invalid files in place of a valid picture. */
final class FileMutations {

    private static final int LIMIT = 5_242_880;

    private FileMutations() {}

    static List<Mutation> of(RandomGenerator random) {
        List<Mutation> mutations = new ArrayList<>();
        add(mutations, "empty", Demand.REFUSAL, file -> new byte[0]);
        for (String none : List.of(
                "x", "<html>", "%PDF-1.7", "GIF89a", "PK\u0003\u0004", "\u0089PNG\r\n\u001a\n", "RIFF....WEBP")) {
            add(mutations, "only " + none, Demand.REFUSAL, file -> none.getBytes(StandardCharsets.ISO_8859_1));
            add(
                    mutations,
                    none + " and nothing",
                    Demand.REFUSAL,
                    file -> Arrays.copyOf(none.getBytes(StandardCharsets.ISO_8859_1), 4_000));
        }
        for (int part = 1; part < 8; part++) {
            int eighths = part;
            add(
                    mutations,
                    "cut at " + part + "/8",
                    Demand.NOTHING,
                    file -> Arrays.copyOf(file, file.length * eighths / 8));
        }
        for (int flip = 0; flip < 30; flip++) {
            int seed = random.nextInt(1, Integer.MAX_VALUE);
            add(mutations, "flip " + flip, Demand.NOTHING, file -> {
                byte[] flipped = file.clone();
                flipped[seed % Math.min(300, file.length)] ^= (byte) (1 << (seed % 8));
                return flipped;
            });
        }
        add(mutations, "one byte too many", Demand.REFUSAL, file -> Arrays.copyOf(file, LIMIT + 1));
        add(mutations, "as large as allowed", Demand.NOTHING, file -> Arrays.copyOf(file, LIMIT));
        add(mutations, "appended script", Demand.NOTHING, file -> {
            byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(file, file.length + script.length);
            System.arraycopy(script, 0, both, file.length, script.length);
            return both;
        });
        add(mutations, "huge picture by its header", Demand.NOTHING, file -> {
            byte[] huge = file.clone();
            Arrays.fill(huge, 16, 24, (byte) 0x7F);
            return huge;
        });
        mutations.add(new Mutation("chunked", "", Demand.NOTHING, call -> BodyMutations.chunked(call, call.body())));
        mutations.add(new Mutation(
                "chunked beyond the limit",
                "",
                Demand.REFUSAL,
                call -> BodyMutations.chunked(call, Arrays.copyOf(call.body(), LIMIT + 1))));
        for (String type : List.of("image/jpeg", "application/pdf", "text/html", "image/svg+xml", "application/json")) {
            mutations.add(
                    new Mutation("declared " + type, "", Demand.REFUSAL, call -> call.with("Content-Type", type)));
        }
        mutations.add(new Mutation("as a form", "", Demand.REFUSAL, FileMutations::form));
        return mutations;
    }

    private static Call form(Call call) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a.png\"\r\n\r\n";
        byte[] form = (head + "abc\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8);
        return call.with("Content-Type", "multipart/form-data; boundary=x").withBody(form);
    }

    private static void add(List<Mutation> mutations, String label, Demand demand, UnaryOperator<byte[]> change) {
        mutations.add(new Mutation(label, "", demand, call -> call.withBody(change.apply(call.body()))));
    }
}
