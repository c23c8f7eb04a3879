/**
 * Client of the process or service that reads pictures. {@code docs/recognition.md} defines requests and answers; the
 * worker of this suite and adapters for cloud services speak the same.
 */
@NullMarked
package io.zizhi.document.recognition.service;

import org.jspecify.annotations.NullMarked;
