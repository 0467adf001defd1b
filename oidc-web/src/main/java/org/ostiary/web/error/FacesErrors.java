package org.ostiary.web.error;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/** Ends whatever goes wrong inside Faces in our error page. The first exception is answered: the rest follow from it. */
class FacesErrors extends ExceptionHandlerWrapper {

    FacesErrors(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> queued =
                getUnhandledExceptionQueuedEvents().iterator();
        FacesContext context = FacesContext.getCurrentInstance();
        while (queued.hasNext()) {
            Throwable failure = queued.next().getContext().getException();
            queued.remove();
            if (!context.getResponseComplete()) {
                CDI.current().select(PageFailure.class).get().answer(context, failure);
            }
        }
    }
}
