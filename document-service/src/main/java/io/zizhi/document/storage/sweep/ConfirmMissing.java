package io.zizhi.document.storage.sweep;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.storage.Document;
import io.zizhi.document.storage.DocumentRepository;
import io.zizhi.document.storage.objects.ObjectStore;
import io.zizhi.document.storage.objects.StorageSettings;
import io.zizhi.document.storage.objects.StoreErrorException;
import io.zizhi.platform.runtime.blocking.Pause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Checks each suspected object individually, twice with a pause, before an alarm. A listing may be incomplete: the
 * local S3 server truncates the listing of a folder if a file vanishes meanwhile, as happens with every upload and
 * deletion.
 */
@ApplicationScoped
class ConfirmMissing {

    private final ObjectStore objects;
    private final DocumentRepository documents;
    private final Pause pause;
    private final StorageSettings settings;

    ConfirmMissing(ObjectStore objects, DocumentRepository documents, Pause pause, StorageSettings settings) {
        this.objects = objects;
        this.documents = documents;
        this.pause = pause;
        this.settings = settings;
    }

    /** Returns the keys of suspects that have a row but had no object at either check. */
    Uni<List<String>> confirm(SweepFindings findings) {
        return missing(findings.suspects(), findings)
                .chain(once -> once.isEmpty() ? Uni.createFrom().item(once) : confirmLater(once, findings));
    }

    private Uni<List<String>> confirmLater(List<String> once, SweepFindings findings) {
        return pause.of(settings.missingRecheck())
                .chain(() -> Panache.withSession(() -> documents.keyed(once)))
                .map(rows -> rows.stream().map(Document::objectKey).toList())
                .chain(keys -> missing(keys, findings));
    }

    private Uni<List<String>> missing(List<String> keys, SweepFindings findings) {
        return Multi.createFrom()
                .iterable(keys)
                .select()
                .when(key -> isMissing(key, findings))
                .collect()
                .asList();
    }

    private Uni<Boolean> isMissing(String key, SweepFindings findings) {
        return objects.exists(key)
                .map(exists -> !exists)
                .onFailure(StoreErrorException.class)
                .recoverWithItem(failure -> {
                    findings.skip("object " + key, failure);
                    return false;
                });
    }
}
