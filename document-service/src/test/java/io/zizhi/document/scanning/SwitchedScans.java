package io.zizhi.document.scanning;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.objects.ObjectStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Scans only while a test demands it. Most tests need documents that wait for their scan. */
@Alternative
@Priority(1)
@Singleton
public class SwitchedScans extends ScanDocuments {

    private volatile boolean on;

    SwitchedScans(
            ClaimScan claim, ObjectStore objects, MalwareScanner scanner, RecordScanResult record, CountScans count) {
        super(claim, objects, scanner, record, count);
    }

    public void switchOn() {
        on = true;
    }

    public void switchOff() {
        on = false;
    }

    @Override
    Uni<Boolean> round() {
        return on ? super.round() : Uni.createFrom().item(false);
    }
}
