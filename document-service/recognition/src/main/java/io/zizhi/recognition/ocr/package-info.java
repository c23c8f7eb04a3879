/**
 * Reads the text lines of a picture with PP-OCRv4 models on ONNX Runtime: finds boxes, turns the picture upright, then
 * reads each box. Knows nothing of documents. Pictures and texts stay in memory.
 */
@NullMarked
package io.zizhi.recognition.ocr;

import org.jspecify.annotations.NullMarked;
