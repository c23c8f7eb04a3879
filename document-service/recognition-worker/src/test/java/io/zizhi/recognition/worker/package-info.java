@NullMarked
package io.zizhi.recognition.worker;

import org.jspecify.annotations.NullMarked;
