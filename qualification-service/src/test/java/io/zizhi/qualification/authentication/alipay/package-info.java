@NullMarked
package io.zizhi.qualification.authentication.alipay;

import org.jspecify.annotations.NullMarked;
