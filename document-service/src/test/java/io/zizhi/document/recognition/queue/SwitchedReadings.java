package io.zizhi.document.recognition.queue;

import io.smallrye.mutiny.Uni;
import io.zizhi.document.recognition.RecognitionConfig;
import io.zizhi.document.recognition.RecognitionRepository;
import io.zizhi.document.recognition.RecognitionSeal;
import io.zizhi.document.recognition.TextRecognition;
import io.zizhi.document.storage.objects.ObjectStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Has pictures read only while a test demands it. Other tests lose and damage objects of documents. */
@Alternative
@Priority(1)
@Singleton
public class SwitchedReadings extends RecognisePictures {

    private volatile boolean on;

    SwitchedReadings(
            ClaimRecognition claim,
            ObjectStore objects,
            TextRecognition service,
            RecognitionRepository recognitions,
            RecognitionSeal seal,
            RecordRecognition record,
            CountRecognitions count,
            RecognitionConfig config) {
        super(claim, objects, service, recognitions, seal, record, count, config);
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
