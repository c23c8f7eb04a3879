/**
 * The worker: takes pictures over HTTP and has them read by processes of its own, one picture at a time each. Native code
 * runs only there, so a crash or a stuck picture ends such a process and never the worker, which starts another.
 *
 * <pre>
 * document-service ──HTTP──▶ {@code WorkerMain} ──pipe──▶ {@code ReaderMain}: models, native code
 * </pre>
 */
@NullMarked
package io.zizhi.recognition.worker;

import org.jspecify.annotations.NullMarked;
