package io.zizhi.document.recognition.queue;

import io.zizhi.document.recognition.Reading;

/**
 * The result of an attempt, ready to be stored.
 *
 * @param reading the result
 * @param encrypted the recognised picture; empty unless the picture was read
 */
@SuppressWarnings("ArrayRecordComponent") // Only passed on.
record SealedReading(Reading reading, byte[] encrypted) {}
