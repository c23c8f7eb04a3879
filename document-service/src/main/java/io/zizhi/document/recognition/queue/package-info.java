/** The queue of pictures: claims them, has them read, and records the results. */
@NullMarked
package io.zizhi.document.recognition.queue;

import org.jspecify.annotations.NullMarked;
