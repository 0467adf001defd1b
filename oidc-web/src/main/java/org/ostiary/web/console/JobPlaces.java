package org.ostiary.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ostiary.ejb.admin.job.AdminJobService;
import org.ostiary.ejb.admin.job.JobView;
import org.ostiary.ejb.protocol.FormEncoding;

/** Long work: how far it is, and how to stop it. */
@ApplicationScoped
public class JobPlaces implements Subject {

    @Inject
    AdminJobService jobs;

    @Override
    public void enter(PlaceTable table) {
        table.shows(Place.LIST_JOBS, call -> jobs.list());
        table.shows(Place.SHOW_JOB, this::job);
        table.does(Place.CANCEL_JOB, call -> {
            jobs.cancel(call.administrator(), call.require("job"));
            return page(call.require("job"));
        });
        table.shows(Place.PREPARE_EXPORT, call -> new ExportModel());
    }

    /** The address of the page of a job. */
    static String page(String job) {
        return "/job?job=" + FormEncoding.encode(job) + "&";
    }

    private Record job(PlaceCall call) {
        JobView job = jobs.show(call.require("job"));
        return new JobModel(job, jobs.errors(job.id(), 0, NextPage.ROWS));
    }
}
