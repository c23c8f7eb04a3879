/**
 * Recognises the fields of certificates and identity documents in their pictures, after the malware scan. A row per
 * document is its place in the queue and keeps the encrypted result. Another process reads the picture.
 *
 * <pre>
 * WAITING ──claim──▶ RUNNING ──result──▶ DONE
 *   ▲                  │ └──no result is possible──▶ FAILED
 *   └───again later────┘
 * </pre>
 */
@NullMarked
package io.zizhi.document.recognition;

import org.jspecify.annotations.NullMarked;
