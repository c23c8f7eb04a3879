package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.faults.driver.calls.SheetCalls;
import io.zizhi.faults.driver.history.Reply;
import io.zizhi.local.demo.DemoAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sheets of an agency, one after another. Each has two or three qualifications and is polled until they have ended.
 * A sheet has no key, so a sheet repeated after a lost response may exist twice, but each name in it succeeds only
 * once.
 */
final class SheetWork {

    private static final String OWNER_TYPE = "COMPANY";
    private static final int MOST_LOOKS = 20;

    private final String worker;
    private final DemoAccount account;
    private final SheetCalls calls;
    private final Materials materials;
    private final Canaries canaries;
    private final Habits habits;
    private OptionalLong open = OptionalLong.empty();
    private final int most;
    private int looks;
    private int uploaded;

    /** @param most maximum number of sheets */
    SheetWork(
            String worker,
            DemoAccount account,
            SheetCalls calls,
            Materials materials,
            Canaries canaries,
            int most,
            Habits habits) {
        this.worker = worker;
        this.account = account;
        this.calls = calls;
        this.materials = materials;
        this.canaries = canaries;
        this.most = most;
        this.habits = habits;
    }

    /** Submits a sheet, or checks the progress of the last one. */
    void step() {
        if (open.isPresent()) {
            look(open.getAsLong());
        } else if (uploaded < most) {
            uploadSheet();
        }
    }

    private void uploadSheet() {
        Optional<Form.Documents> documents = materials.documents(OWNER_TYPE);
        if (documents.isEmpty()) {
            return;
        }
        List<ObjectNode> forms = new ArrayList<>();
        List<String> verifications = new ArrayList<>();
        int rows = 2 + habits.random().nextInt(2);
        for (int row = 1; row <= rows; row++) {
            InventedPerson person = canaries.person(habits.random());
            Optional<String> verification = materials.verifiedPhone(person.phone());
            if (verification.isEmpty()) {
                return;
            }
            verifications.add(verification.get());
            String name = "演练表格" + worker.replace("-", "") + "第" + (uploaded + 1) + "行" + row;
            forms.add(Form.filledIn(account, name, OWNER_TYPE, person, verification.get(), documents.get()));
        }
        byte[] csv = Sheet.csv(forms);
        List<String> names =
                forms.stream().map(form -> form.path("name").asText()).toList();
        // counted only now: a sheet whose phone code never came was not sent, and its names are still unused
        uploaded++;
        Reply reply = habits.untilAnswered(() -> calls.uploadSheet(csv, names, verifications));
        if (reply.isOk()) {
            open = OptionalLong.of(reply.number("id"));
            looks = 0;
        }
    }

    private void look(long filing) {
        looks++;
        boolean over = calls.read(filing).text("state").equals("COMPLETED");
        if (over) {
            habits.untilAnswered(() -> calls.rows(filing));
        }
        if (over || looks >= MOST_LOOKS) {
            open = OptionalLong.empty();
        }
    }
}
