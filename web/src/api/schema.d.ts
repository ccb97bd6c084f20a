// Generated from openapi/bup.v1.json by `npm run api`. Not edited by hand.

export interface paths {
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file, to be given to a row afterwards
         * @description JPEG, PNG, WebP, PDF, Word, Excel, MP3 or MP4, told by content, at most 20 MB. Photos lose their location.
         */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file that belongs to a row I may read
         * @description The papers of a child are not here but at `/children/{id}/circumstances/{circumstance_id}/files/{file_id}`.
         */
        get: operations["download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Leaders and the administrator see the ward's rows, the social officer their own.
         *
         *     Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log as an Excel file */
        get: operations["export_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Ten failures a minute for one account and 120 attempts a minute for one address are the limits; a success never
         *     counts against others.
         */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew the access token
         * @description The refresh token is traded for a new one at every use; one that comes twice ends its whole session.
         */
        post: operations["renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My sessions */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a machine
         * @description OAuth 2 client credentials; errors look as RFC 6749, 5.2 wants them. Limited like sign-in: 10 failures a minute for
         *     one account, 120 attempts for one address.
         */
        post: operations["token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases: the ward's for leader and officer, for police and health those that name them
         * @description The child is a sign here; the name stands in the case, whose reading is recorded. Send `Accept: text/csv` for the
         *     whole list as a file.
         */
        get: operations["list_cases"];
        put?: never;
        /** Open a case, from a concern or at once; its clocks start */
        post: operations["create_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every time the glass was broken, the unreviewed ones first */
        get: operations["list_glass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/break-glass/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what I think of one */
        post: operations["review_glass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The items of the assessments */
        get: operations["read_assessment_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The other wards of this installation */
        get: operations["list_destinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of cases as an Excel file, without names; the export is recorded */
        get: operations["export_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of concerns and cases, without names; small ones are held back above the ward */
        get: operations["read_numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search cases by name or code; words never stand in an address */
        post: operations["search_cases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a case; the look is recorded */
        get: operations["read_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say who the child is, or how great the danger */
        patch: operations["update_case"];
        trace?: never;
    };
    "/api/v1/cases/{id}/assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete an assessment: Mẫu 02 (initial) or Mẫu 03 (detailed) */
        post: operations["assess_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set who works on a case */
        post: operations["assign_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a case that is not mine for an hour, with a reason; the leader is told at once
         * @description `{id}` is its id or its code.
         */
        post: operations["break_glass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a case that somebody else proposed to close */
        post: operations["close_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/closed-note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The closed note, for those it names; for everybody else there is none */
        get: operations["read_closed_note"];
        put?: never;
        /** Write what only named people may know (Law on HIV, art. 30) */
        post: operations["write_closed_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on with a new plan after a review */
        post: operations["continue_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the plan (Mẫu 05), or send it back */
        post: operations["decide_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what was done */
        post: operations["add_case_entry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add papers or photos */
        post: operations["add_case_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/files/{file_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take out a file that was put there by mistake */
        post: operations["remove_case_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/files/{file_id}/{attachment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a case; the look is recorded */
        get: operations["read_case_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/folder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a case with its timeline, forms, measures, referrals and files; the look is recorded */
        get: operations["read_folder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/forms/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The form that is being written, or the last that was completed; the look is recorded
         * @description Before anything was written its version is 0.
         */
        get: operations["read_form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Save a form as it is being written: the whole of it, by the version it was made from */
        patch: operations["save_form"];
        trace?: never;
    };
    "/api/v1/cases/{id}/implement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to carry the plan out */
        post: operations["implement_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has looked at a case */
        get: operations["read_case_looks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down an emergency measure: the twelve hours are kept */
        post: operations["add_measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/measures/{measure_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a measure */
        post: operations["end_measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/meet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete the minutes of the meeting about needs */
        post: operations["hold_meeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/papers/{paper}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper of a case: Mẫu 02–06, minutes, decisions; the print is recorded */
        get: operations["print_case"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the plan (Mẫu 04) with its file to the chairperson
         * @description 409 `file_not_whole` while an assessment or the minutes are missing.
         */
        post: operations["submit_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/police": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass what looks like a crime to the police; the support goes on */
        post: operations["pass_case_to_police"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/propose-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose to close a case; another person decides */
        post: operations["propose_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a service for help, with the smallest set of data that serves */
        post: operations["refer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/referrals/{referral_id}/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter of a referral; the print is recorded */
        get: operations["print_referral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/referrals/{referral_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link that works once, for a receiver without an account; an earlier one stops working */
        post: operations["make_referral_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/referrals/{referral_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a referral back */
        post: operations["revoke_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reject-closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not agree to close a case */
        post: operations["reject_closing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a closed or transferred case again */
        post: operations["reopen_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a review (Mẫu 06) */
        post: operations["review_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/separations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Separate a child from its parents or carers for a time (the chairperson) */
        post: operations["separate_child"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/separations/{measure_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend a separation, within the days of the law */
        post: operations["extend_separation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a case over to the commune where the child lives now */
        post: operations["transfer_case"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in my scope since the last time, rows to forget included */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List children
         * @description Members that the reader may not see are absent. Words of a name go to `POST /children/search`.
         */
        get: operations["list_children"];
        put?: never;
        /**
         * Make a child that nobody has entered yet
         * @description `409 possible_duplicates` names rows that may be the same child (`candidates`); send their ids as
         *     `not_duplicate_of` once somebody looked at them.
         */
        post: operations["create_child"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of special circumstances and risks that this reader may know */
        get: operations["read_child_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * No child left out: of each programme who is entitled and whom it reached, by neighborhood
         * @description Every number opens its list: `GET /children?programme=…&reached=…&year=…` with the neighborhood's id.
         */
        get: operations["read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What families have asked about their children's data */
        get: operations["list_data_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pairs of rows that may be one child, the surest first */
        get: operations["list_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/duplicates/keep-apart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that two rows are two children */
        post: operations["keep_apart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of children as an Excel file; the export is recorded */
        get: operations["export_children"];
        put?: never;
        /** What a search found as an Excel file; the export is recorded */
        post: operations["export_found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The imports of my ward or unit, newest first */
        get: operations["list_imports"];
        put?: never;
        /**
         * Read a list of children into a preview
         * @description At most 20 MB. Nothing of it is a child yet: `POST /children/import/{id}/commit` makes it so.
         */
        post: operations["import_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A blank list to fill in */
        get: operations["read_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import */
        get: operations["read_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make children of the rows */
        post: operations["commit_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/{id}/rejected.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wrong rows as an Excel file to mend and read again */
        get: operations["read_rejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a preview */
        get: operations["list_import_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/import/{id}/rows/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct a row of a preview, leave it out, or take it back
         * @description It is read and judged again; nothing of it is a child yet.
         */
        patch: operations["correct_import_row"];
        trace?: never;
    };
    "/api/v1/children/import/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back, within thirty days */
        post: operations["undo_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merges of the ward, newest first */
        get: operations["list_merges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two rows of one again */
        post: operations["undo_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The neighborhoods and schools that children can be in, for choosing */
        get: operations["read_child_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search children by name, code, telephone number or number of identity */
        post: operations["search_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a child; the look is recorded */
        get: operations["read_child"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a child */
        patch: operations["update_child"];
        trace?: never;
    };
    "/api/v1/children/{id}/circumstances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every circumstance and risk of a child that the reader may know of, past and coming ones too */
        get: operations["list_circumstances"];
        put?: never;
        /** Put a child into a group of special circumstances, or note a risk */
        post: operations["add_circumstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/circumstances/{circumstance_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a circumstance or risk that was written down by mistake */
        post: operations["cancel_circumstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/circumstances/{circumstance_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a circumstance or risk */
        post: operations["end_circumstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/circumstances/{circumstance_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give uploaded files to a circumstance, as its evidence */
        post: operations["add_circumstance_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/circumstances/{circumstance_id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a circumstance; the look is written down */
        get: operations["read_circumstance_file"];
        put?: never;
        post?: never;
        /** Remove a file of a circumstance; its bytes are deleted */
        delete: operations["remove_circumstance_file"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a child and its representative have agreed to */
        get: operations["list_consents"];
        put?: never;
        /** Write down a consent, or that it was refused */
        post: operations["add_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/consents/{consent_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a consent back */
        post: operations["withdraw_consent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/data-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a family has asked about this child's data */
        get: operations["list_child_data_requests"];
        put?: never;
        /** Write down what a family asks; its clocks begin */
        post: operations["add_data_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/data-requests/{request_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a request, carry it out, or refuse it with the reason */
        post: operations["answer_data_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/died": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A child has died */
        post: operations["child_died"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in a child's row */
        get: operations["read_child_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one row of two */
        post: operations["merge_child"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a child to another neighborhood of the ward */
        post: operations["move_child"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/move-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A child leaves the ward */
        post: operations["move_child_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A child comes back to the ward */
        post: operations["child_returns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/supports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a child was given */
        get: operations["list_supports"];
        put?: never;
        /** Write down a visit, a gift or other support */
        post: operations["add_support"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/supports/{support_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a support that was written down by mistake */
        post: operations["cancel_support"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/children/{id}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has looked at a child */
        get: operations["read_child_views"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List commendations
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_commendations"];
        put?: never;
        /** Propose a unit, a group or an adult: the leader is told */
        post: operations["create_commendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units whose tasks were accepted, in time and with evidence: facts, no ranking */
        get: operations["list_commendation_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the writer of a proposal chooses from */
        get: operations["read_commendation_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List decisions, the newest first */
        get: operations["list_commendation_decisions"];
        put?: never;
        /** Decide one or more proposals: all of them or none */
        post: operations["decide_commendations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a decision */
        get: operations["read_commendation_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/decisions/{id}/decision.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision with the list of those it commends */
        get: operations["print_commendation_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of commendations as an Excel file */
        get: operations["export_commendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/proposal.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proposal to the leader: what the list shows with the same filters */
        get: operations["print_commendation_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a commendation */
        get: operations["read_commendation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a proposal that waits */
        patch: operations["update_commendation"];
        trace?: never;
    };
    "/api/v1/commendations/{id}/award": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that it was handed over */
        post: operations["award_commendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not follow a proposal, with the reason */
        post: operations["decline_commendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commendations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal back with the reason */
        post: operations["withdraw_commendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List communications
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_communications"];
        put?: never;
        /** Write a communication, as a draft */
        post: operations["create_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/banners.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where banners and posters hang: those of the list with the same filters */
        get: operations["print_banners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List campaigns, the newest first */
        get: operations["list_campaigns"];
        put?: never;
        /** Make a campaign */
        post: operations["create_campaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a campaign */
        patch: operations["update_campaign"];
        trace?: never;
    };
    "/api/v1/communications/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a writer or a filter chooses from: the ward's units, the plan's theme, slogans and hotlines */
        get: operations["read_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has done what: each unit on each channel
         * @description Send `Accept: text/csv` for a file.
         */
        get: operations["count_communications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/counts.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has done what, as an Excel file */
        get: operations["export_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of communications as an Excel file */
        get: operations["export_communications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a communication */
        get: operations["read_communication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a communication
         * @description Officers change all; a unit what it wrote or leads, whoever may only write its own until it is approved. An approved
         *     one is a draft again when title, text, places, days or schedule change.
         */
        patch: operations["update_communication"];
        trace?: never;
    };
    "/api/v1/communications/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a draft: the units that do it see it from now on */
        post: operations["approve_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call it off with the reason */
        post: operations["cancel_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End what was carried out */
        post: operations["finish_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What units reported, newest first */
        get: operations["list_reports"];
        put?: never;
        /** Report what my unit did */
        post: operations["report_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/reports/{report_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a mistaken report: it counts no more */
        post: operations["withdraw_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a draft back with the reason */
        post: operations["return_communication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/communications/{id}/script.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script for the loudspeakers, as it is read */
        get: operations["print_script"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List concerns: the desk sees the ward's, everybody else what they told
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_concerns"];
        put?: never;
        /** Take a concern down; the clock of twelve hours starts */
        post: operations["create_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of concerns as an Excel file */
        get: operations["export_concerns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Search concerns by what they say; words never stand in an address */
        post: operations["search_concerns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a concern; the look is recorded */
        get: operations["read_concern"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Add what was heard later */
        patch: operations["update_concern"];
        trace?: never;
    };
    "/api/v1/concerns/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree, as a second person, that nothing is to be done */
        post: operations["confirm_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/{id}/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mẫu 01 as a Word file; whoever told it is on the officer's only. The print is recorded */
        get: operations["print_concern"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a proposal of no action back, as a second person */
        post: operations["reject_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/{id}/reporter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show who told it; the look is recorded */
        post: operations["reveal_reporter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concerns/{id}/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide what becomes of a concern: a case, a referral, a duplicate, no action */
        post: operations["screen_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The home screen: my work today, what is late, what waits for my decision */
        get: operations["read_dashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the ward has come: work, children reached, cases by their clocks, events, communications; for the upper
         *     level each of its wards
         * @description In numbers, each of which is the total of a list with the same filter. A part that the reader may not read is left
         *     out.
         */
        get: operations["read_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who signs for whom, the latest days first
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_delegations"];
        put?: never;
        /**
         * Let another leader sign (KT. CHỦ TỊCH)
         * @description A leader delegates their own signature; the administrator records anybody's.
         */
        post: operations["create_delegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who signs for whom as an Excel file */
        get: operations["export_delegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A delegation */
        get: operations["read_delegation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a delegation, from this moment on */
        post: operations["revoke_delegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_events"];
        put?: never;
        /**
         * Plan an event, or a series of sessions
         * @description The answer is the first session; the others are listed by `series_id`.
         */
        post: operations["create_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ward's events for a calendar program, by the token of its address */
        get: operations["private_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stands in the way of an event that is being planned */
        post: operations["check_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of events as an Excel file */
        get: operations["export_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/helpers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ward's helpers, by name */
        get: operations["list_event_helpers"];
        put?: never;
        /** Add a helper */
        post: operations["create_event_helper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/helpers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a helper */
        get: operations["read_event_helper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a helper of one's unit */
        patch: operations["update_event_helper"];
        trace?: never;
    };
    "/api/v1/events/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The units of the ward that can lead, join or host an event, for choosing
         * @description The list of units with all that is kept about them is the desk's; those who plan need the names alone.
         */
        get: operations["list_event_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event */
        get: operations["read_event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an event; what makes an approved one bigger, moves it or makes it more dangerous takes the approval back */
        patch: operations["update_event"];
        trace?: never;
    };
    "/api/v1/events/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve an event; 409 while a safety plan that is required is not approved */
        post: operations["approve_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The check-in of an event; the look is recorded */
        get: operations["read_event_attendance"];
        put?: never;
        /**
         * Check children in and out: a batch of marks, each with the time on the phone
         * @description The later mark of a child stands; an earlier one is answered as `kept` with the one that stands. Without the
         *     opinions that the law asks for a child is refused by itself, and the answer says who must be asked.
         */
        post: operations["take_event_attendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an event; everybody concerned is told why */
        post: operations["cancel_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cards for the registered children to wear; the look is recorded */
        get: operations["list_event_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a vetted helper without an account check children in at this event; an earlier link stops working
         * @description The token is shown once and kept nowhere.
         */
        post: operations["create_event_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/grants/{grant_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a grant */
        post: operations["revoke_event_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/headcounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The headcounts of an event, the latest first */
        get: operations["list_event_headcounts"];
        put?: never;
        /** Write down how many heads were counted; kept beside what the register says now */
        post: operations["count_event_heads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/helpers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who helps at an event, and how */
        get: operations["list_helpers_of_event"];
        put?: never;
        /** Give a helper a duty at an event */
        post: operations["assign_event_helper"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/helpers/{helper_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a helper off an event; their grant ends with it */
        delete: operations["remove_event_helper"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that an event was held */
        post: operations["hold_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose an event */
        post: operations["propose_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who takes part in an event
         * @description Numbers for everybody who sees the event; names as far as the reader may read children. The look is recorded.
         */
        get: operations["list_event_registrations"];
        put?: never;
        /**
         * Register children; those without a place wait
         * @description 409 when there would be more than the event was approved for, or a crowd without an approved safety plan.
         */
        post: operations["register_for_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/registrations/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down what parents, and children of seven and older, said to taking part */
        post: operations["record_event_opinions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/registrations/{child_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a child out; whoever waits first moves up */
        post: operations["cancel_event_registration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report on an event that was held */
        post: operations["report_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a proposed event back */
        post: operations["return_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/safety-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The safety plan of an event; of a series the one that its sessions share */
        get: operations["read_safety_plan"];
        put?: never;
        /**
         * Make the safety plan of an event, or fill in the one that was asked for or returned
         * @description Over a draft that is there already `If-Match` is required.
         */
        post: operations["draft_safety_plan"];
        delete?: never;
        options?: never;
        head?: never;
        /** Change a safety plan; an approved one must be approved anew, and so must its events */
        patch: operations["update_safety_plan"];
        trace?: never;
    };
    "/api/v1/events/{id}/safety-plan/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a safety plan for its event as it stands; 422 names what is not ready */
        post: operations["approve_safety_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/safety-plan/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The safety plan on paper, in the layout of Decree 30/2020; the print is recorded */
        get: operations["print_safety_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/safety-plan/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a safety plan back with a reason */
        post: operations["return_safety_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/safety-plan/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the safety plan of an event begins with: its checklist, dangers to think of, adults needed */
        get: operations["read_safety_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that reports count: code, label, measure, condition, days of validity, legal basis */
        get: operations["read_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/indicators/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every number of what was sent, one a line: JSON, or CSV with `Accept: text/csv`
         * @description Small numbers are held back (`hidden`). Answers bear an `ETag`.
         */
        get: operations["list_indicator_values"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/injuries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accidents and injuries */
        get: operations["list_injuries"];
        put?: never;
        /** Record an accident */
        post: operations["create_injury"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/injuries/quarter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quarter's table of child injuries */
        get: operations["read_quarter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/injuries/quarter.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quarter's table as the form that goes up; the export is recorded */
        get: operations["export_quarter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/injuries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an accident; the look is recorded */
        get: operations["read_injury"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an accident's record */
        patch: operations["update_injury"];
        trace?: never;
    };
    "/api/v1/injuries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel an accident's record: it counts nowhere any more */
        post: operations["cancel_injury"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List inspections
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_inspections"];
        put?: never;
        /** Plan an inspection: the units are told */
        post: operations["create_inspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the writer of an inspection chooses from */
        get: operations["read_inspection_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of inspections as an Excel file */
        get: operations["export_inspections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an inspection: an inspected unit sees its own visit */
        get: operations["read_inspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a planned inspection */
        patch: operations["update_inspection"];
        trace?: never;
    };
    "/api/v1/inspections/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a planned inspection off with the reason */
        post: operations["cancel_inspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an inspection that was carried out */
        post: operations["finish_inspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask an inspected unit to put something right: it is told */
        post: operations["create_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}/schedule.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan of an inspection with its schedule */
        get: operations["print_inspection_schedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inspections/{id}/visits/{visit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Write down what was found in one unit */
        patch: operations["update_visit"];
        trace?: never;
    };
    "/api/v1/inspections/{id}/visits/{visit_id}/minutes.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes of the visit to one unit */
        get: operations["print_inspection_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["read_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name, mail address or telephone */
        patch: operations["update_me"];
        trace?: never;
    };
    "/api/v1/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether my calendar program has an address */
        get: operations["read_feed"];
        put?: never;
        /** A new address for my calendar program; an earlier one stops working */
        post: operations["make_feed"];
        /** Take the address back */
        delete: operations["end_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Every other session of mine ends.
         */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/saved-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My saved filters */
        get: operations["list_saved_filters"];
        put?: never;
        /** Save a filter under a name */
        post: operations["save_filter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/saved-filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one of my saved filters */
        delete: operations["delete_filter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin with one-time codes: a secret for the app */
        post: operations["prepare_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch one-time codes on with the first code */
        post: operations["confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch one-time codes off */
        post: operations["disable_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch one-time codes off */
        post: operations["end_other_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch one-time codes off */
        post: operations["renew_recovery_codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notifications, newest first */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all as read */
        post: operations["read_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark one as read */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obstacles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List obstacles
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_obstacles"];
        put?: never;
        /** Raise an obstacle */
        post: operations["raise_obstacle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obstacles/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of obstacles as an Excel file */
        get: operations["export_obstacles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obstacles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an obstacle */
        get: operations["read_obstacle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mend the text of an open obstacle */
        patch: operations["update_obstacle"];
        trace?: never;
    };
    "/api/v1/obstacles/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** ObstacleAnswer an obstacle */
        post: operations["answer_obstacle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obstacles/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an answered obstacle */
        post: operations["close_obstacle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/obstacles/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pass an obstacle up to the leader or the upper level */
        post: operations["escalate_obstacle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole permission matrix: who may do what */
        get: operations["list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans, the newest year first
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_plans"];
        put?: never;
        /** Make a draft, from a corrected preview or by hand */
        post: operations["create_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of plans as an Excel file */
        get: operations["export_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a signed plan into a preview; nothing is stored
         * @description `.docx` or `.txt`, at most 20 MB, told by content. Corrected, the answer is the body of `POST /plans`.
         */
        post: operations["import_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a plan with its sections */
        get: operations["read_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the head of a plan */
        patch: operations["update_plan"];
        trace?: never;
    };
    "/api/v1/plans/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a plan */
        post: operations["close_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy a plan to another year, as a draft */
        post: operations["copy_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare a corrected document with a plan; nothing is stored */
        post: operations["compare_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/import/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept differences of a corrected document */
        post: operations["accept_differences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft known to everybody
         * @description The plan was signed on paper: the officer who keeps it publishes it, or the leader.
         */
        post: operations["publish_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a section */
        post: operations["add_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/sections/{section_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an empty section of a draft */
        delete: operations["delete_section"];
        options?: never;
        head?: never;
        /** Change a section */
        patch: operations["change_section"];
        trace?: never;
    };
    "/api/v1/plans/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a plan has come, by unit and by section */
        get: operations["read_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plans/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tasks of a plan
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_plan_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the notes of the public page */
        get: operations["list_public_notes"];
        put?: never;
        /** Write a note for the public page; it is shown when it is approved */
        post: operations["create_public_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/notes/starters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the safety advice that every ward may begin with
         * @description What is there already, by its title, is left alone. Added by somebody who may approve, it is shown at once.
         */
        post: operations["add_starter_notes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a note of the public page */
        get: operations["read_public_note"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a note of the public page; other words are hidden until they are approved */
        patch: operations["update_public_note"];
        trace?: never;
    };
    "/api/v1/portal/notes/{id}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide a note; within a minute nobody is given it any more */
        post: operations["hide_public_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/portal/notes/{id}/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a note to everybody; a giver only with their consent */
        post: operations["show_public_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the ward that a child may be in danger; no name is needed
         * @description Repeated with its `Idempotency-Key`, it is one concern with the same code. A server that gets many at once answers
         *     429 `proof_required` with a challenge: find a `nonce` for which SHA-256 of `{challenge}.{nonce}` begins with `bits`
         *     zero bits, and send again.
         */
        post: operations["report_concern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/concerns/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A number to look for, before many forms are sent */
        get: operations["ask_challenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/concerns/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a concern is; nothing about the child */
        get: operations["follow_concern"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/event-grants/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check children in and out by a grant */
        post: operations["take_attendance_by_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/event-grants/headcounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down a headcount by a grant */
        post: operations["count_heads_by_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/event-grants/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The check-in that a grant opens: this event, its registered children, nothing else
         * @description Every use is recorded.
         */
        post: operations["open_event_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What anybody may know before signing in */
        get: operations["public_info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything on a ward's public page
         * @description The same for everybody, and kept for a minute: send `If-None-Match` with the `ETag` and get 304 when nothing changed.
         */
        get: operations["read_public_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The month's programme: theme, slogans, numbers to call, public events */
        get: operations["read_public_programme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/referrals/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The answer of a service without an account; the link is used up */
        post: operations["answer_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/referrals/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a one-time link asks of a service without an account
         * @description The token stands in the body, never in an address.
         */
        post: operations["open_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recommendations
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_recommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of recommendations as an Excel file */
        get: operations["export_recommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a recommendation */
        get: operations["read_recommendation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mend an open recommendation */
        patch: operations["update_recommendation"];
        trace?: never;
    };
    "/api/v1/recommendations/{id}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that my unit has put it right */
        post: operations["fix_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the unit, once a day */
        post: operations["remind_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open it again with the reason */
        post: operations["return_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that it is put right */
        post: operations["verify_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/recommendations/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it back with the reason */
        post: operations["withdraw_recommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my unit is asked to do for a child */
        get: operations["list_referrals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a referral to my unit; the look is recorded in the case */
        get: operations["read_referral"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a referral */
        post: operations["accept_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that it is done, and how */
        post: operations["complete_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse a referral, with a reason */
        post: operations["refuse_referral"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of all reminders
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of all reminders as an Excel file */
        get: operations["export_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports: the ward's and what units handed in; a unit's own; for the upper level what was sent
         * @description Whoever follows changes asks with `sort=updated_at` and goes on from the last `next_cursor`.
         */
        get: operations["list_period_reports"];
        put?: never;
        /**
         * Begin a report; its numbers and words are there at once
         * @description 409 with `report_id` when the period has one already.
         */
        post: operations["create_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has handed in the report of a period and who has not */
        get: operations["list_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports in the order in which they changed: for programs, which keep the cursor
         * @description A report may come twice, never not at all. Answers bear an `ETag`.
         */
        get: operations["follow_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The wards below at once: who has sent, what, side by side and added up */
        get: operations["compare_wards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind units of a report that is missing */
        post: operations["remind_units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a report: as it is being written, or as it was handed in */
        get: operations["read_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change words and numbers of a report that is being written */
        patch: operations["update_report"];
        trace?: never;
    };
    "/api/v1/reports/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take note of a report that was sent */
        post: operations["acknowledge_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/appendix.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures as a workbook with formulas */
        get: operations["print_appendix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the ward's report */
        post: operations["approve_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/document.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report in the layout of Decree 30/2020, with its figures as an annex */
        get: operations["print_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same paper as a PDF */
        get: operations["print_report_pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/indicators/{code}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows behind a number: their amounts add up to it; the look is recorded */
        get: operations["list_indicator_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a report back with a reason
         * @description The officer a unit's, the leader the ward's, the upper level what it was sent.
         */
        post: operations["return_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin the next revision, or take back what waits; what was sent stays with the upper level */
        post: operations["revise_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The revisions that were handed in, the newest first */
        get: operations["list_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a revision says */
        get: operations["read_revision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/revisions/{revision}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a revision says otherwise than the one before */
        get: operations["read_difference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an approved report up */
        post: operations["send_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand a report in: its numbers are frozen with the rows they came from
         * @description 409 with `checks` while something in it is wrong.
         */
        post: operations["submit_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/safety-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the safety plans of events that lie ahead, the soonest first */
        get: operations["list_safety_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Service accounts of my ward, by name
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_service_accounts"];
        put?: never;
        /**
         * Give a machine an account
         * @description The answer holds its secret, this once. Accounts of a superior unit are made on the command line (`bup machine`).
         */
        post: operations["create_service_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service accounts as an Excel file */
        get: operations["export_service_accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service account */
        get: operations["read_service_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a service account
         * @description What is taken away is gone at once, also for tokens that were made before.
         */
        patch: operations["update_service_account"];
        trace?: never;
    };
    "/api/v1/service-accounts/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a service account, at once and for good */
        post: operations["revoke_service_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-accounts/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a service account another secret
         * @description Shown in this answer only. The old one counts on for the hours that are chosen.
         */
        post: operations["rotate_service_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roster of a session */
        get: operations["read_attendance"];
        put?: never;
        /**
         * Take attendance: a batch of marks, each with the time on the phone
         * @description The later mark of a child stands; an earlier one is answered as `kept` with the one that stands.
         */
        post: operations["take_attendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The summer in numbers, by neighborhood and group */
        get: operations["count_summer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List groups of the summer */
        get: operations["list_summer_groups"];
        put?: never;
        /** Make a group */
        post: operations["create_summer_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a group with its members */
        get: operations["read_summer_group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a group */
        patch: operations["update_summer_group"];
        trace?: never;
    };
    "/api/v1/summer/groups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a group */
        post: operations["cancel_summer_group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/groups/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take children into a group */
        post: operations["add_summer_members"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/groups/{id}/members/{child_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a child out of a group */
        delete: operations["remove_summer_member"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List handovers of the summer */
        get: operations["list_handovers"];
        put?: never;
        /**
         * Prepare the handovers of a school for a summer
         * @description One for each neighborhood where the school's pupils live. Called again, it adds pupils who are new.
         */
        post: operations["prepare_handovers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prepare handovers from a school's own list
         * @description Pupils who are in the registry go on the list of the neighborhood where they live. Rows that are about nobody, or
         *     about somebody not surely, need a decision; without one they are left out.
         */
        post: operations["take_handover_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/list/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare a school's own list with the ward's children
         * @description At most 20 MB. Nothing is kept: `POST /summer/handovers/list` takes the same file with what was decided.
         */
        post: operations["preview_handover_list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a handover with its children and what does not fit */
        get: operations["read_handover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the head of a handover */
        patch: operations["update_handover"];
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/cards.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activity cards (phiếu sinh hoạt hè), two on a sheet; the print is recorded */
        get: operations["print_cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add pupils to a list that is prepared */
        post: operations["add_handover_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/children/{child_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a child off a list that is prepared */
        delete: operations["remove_handover_child"];
        options?: never;
        head?: never;
        /** Write what is said of a child: by the school before, by the locality after the summer */
        patch: operations["update_handover_child"];
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The school signs: the children are handed over */
        post: operations["hand_over_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/list.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of a handover as an Excel file; the export is recorded */
        get: operations["export_handover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/minutes.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Minutes of the handover, or of the return once the children were returned; the print is recorded */
        get: operations["print_minutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The locality signs: the children are received */
        post: operations["receive_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a handover again that nobody received yet */
        post: operations["reopen_handover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/handovers/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the children back to the school in August, each with a rating */
        post: operations["return_children"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/leaves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leaves that parents asked for */
        get: operations["list_summer_leaves"];
        put?: never;
        /** Write down a leave that a parent asked for */
        post: operations["create_summer_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/leaves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a leave */
        get: operations["read_summer_leave"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/leaves/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a leave */
        post: operations["cancel_summer_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said to the taking part of a group's members */
        get: operations["list_summer_opinions"];
        put?: never;
        /** Write down what parents, and children of seven and older, said */
        post: operations["record_summer_opinions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a session of a whole neighborhood would expect: its groups and children */
        get: operations["read_summer_reach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions of the summer */
        get: operations["list_summer_sessions"];
        put?: never;
        /** Announce a session of a group or a neighborhood */
        post: operations["create_summer_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/summer/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a session */
        get: operations["read_summer_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a session */
        patch: operations["update_summer_session"];
        trace?: never;
    };
    "/api/v1/summer/sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a session */
        post: operations["cancel_summer_session"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_tasks"];
        put?: never;
        /** Make a task */
        post: operations["create_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the due day or the lead unit of many tasks, or remind of them */
        post: operations["change_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of tasks as an Excel file */
        get: operations["export_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a task */
        get: operations["read_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description A unit may change `progress` and `actual` of its own part; the rest is the officer's.
         */
        patch: operations["update_task"];
        trace?: never;
    };
    "/api/v1/tasks/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what was handed in */
        post: operations["accept_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call a task off, with a reason */
        post: operations["cancel_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind the units of a task that have not finished */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reminders of a task and their answers */
        get: operations["list_task_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what was handed in, with a reason */
        post: operations["return_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin my unit's part */
        post: operations["start_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in my unit's part */
        post: operations["submit_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The timeline of a task, newest first */
        get: operations["list_updates"];
        put?: never;
        /** Report progress, or comment */
        post: operations["add_update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/updates/{update_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An entry of the timeline */
        get: operations["read_update"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Units of my ward, by kind and name
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_units"];
        put?: never;
        /** Add a unit */
        post: operations["create_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of units as an Excel file */
        get: operations["export_units"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit */
        get: operations["read_unit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a unit, or give it another code
         * @description The old name stays in the history, and on what was finished under it.
         */
        patch: operations["update_unit"];
        trace?: never;
    };
    "/api/v1/units/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a unit that nobody works in any more */
        post: operations["close_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a unit, newest first */
        get: operations["read_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a unit into another of the ward
         * @description Its accounts, open tasks and open obstacles go over to the other one; what is finished keeps the old name.
         */
        post: operations["merge_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts of my ward
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_users"];
        put?: never;
        /**
         * Add an account
         * @description The answer holds its first password, this once; the person changes it at the first sign-in.
         */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of accounts as an Excel file */
        get: operations["export_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["read_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description After a change of role or unit the person signs in anew.
         */
        patch: operations["update_user"];
        trace?: never;
    };
    "/api/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description The person is signed out everywhere at once; what they did keeps their name.
         */
        post: operations["disable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enable an account again */
        post: operations["enable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a new first password
         * @description Shown in this answer only; the person is signed out everywhere and changes it at the next sign-in.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/reset-totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch off the one-time codes of an account whose owner lost them */
        post: operations["reset_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch off the one-time codes of an account whose owner lost them */
        post: operations["end_user_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My ward; for a superior unit the wards below */
        get: operations["list_wards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ward with its settings */
        get: operations["read_ward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the name or the settings of my ward */
        patch: operations["update_ward"];
        trace?: never;
    };
    "/api/v1/wards/{id}/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days off and days worked instead */
        get: operations["list_holidays"];
        put?: never;
        /**
         * Add a day off, or a day worked instead
         * @description Deadlines in working days follow this list from then on.
         */
        post: operations["add_holiday"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wards/{id}/holidays/{holiday_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a day off the ward's own list */
        delete: operations["remove_holiday"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Webhooks of my ward, the oldest first; a machine sees its own
         * @description Send `Accept: text/csv` for the whole list as a file.
         */
        get: operations["list_webhooks"];
        put?: never;
        /**
         * Be told of what happens
         * @description The answer holds the secret that signs the messages (Standard Webhooks), this once. Messages hold ids only: fetch
         *     the row with your own rights. A superior's webhook hears of the wards below it what is handed up to it.
         */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks as an Excel file */
        get: operations["export_webhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A webhook */
        get: operations["read_webhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a webhook, or switch it off and on */
        patch: operations["update_webhook"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook, the newest first, with each try */
        get: operations["list_webhook_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message once more
         * @description Under the same `webhook-id`, with tries of its own.
         */
        post: operations["replay_webhook_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: operations["ping_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook another secret
         * @description Shown in this answer only. Messages carry a signature of the old one too, for the hours that are chosen.
         */
        post: operations["rotate_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Action: "read" | "create" | "update" | "approve";
        ActiveDelegation: {
            id: components["schemas"]["Id"];
            from_user: components["schemas"]["UserRef"];
            to_user: components["schemas"]["UserRef"];
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
        };
        /** @description Something that the plan does. */
        Activity: {
            what: string;
            who?: string;
            unit_id?: components["schemas"]["Id"] | null;
            with?: string;
            /** Format: date */
            from?: string | null;
            /** Format: date */
            to?: string | null;
            /**
             * Format: int64
             * @description Đồng.
             */
            cost?: number;
            source?: string;
            expected?: string;
            followed_by?: string;
        };
        /**
         * @description By the age on the day it happened.
         * @enum {string}
         */
        AgeBand: "0-5" | "6-9" | "10-13" | "14-16";
        /** @description A block of items. In `harm` high is bad, in `capacity` high is good. */
        AssessmentBlock: {
            form: components["schemas"]["FormKind"];
            /** @example harm */
            code: string;
            title: string;
            items: components["schemas"]["AssessmentItem"][];
        };
        AssessmentCatalogue: {
            version: string;
            blocks: components["schemas"]["AssessmentBlock"][];
        };
        AssessmentCompletion: {
            stage: components["schemas"]["AssessmentStage"];
            content?: components["schemas"]["FormContent"] | null;
        };
        /** @description An item, and what each level means for it. */
        AssessmentItem: {
            /** @example 06.a.1 */
            code: string;
            label: string;
            high: string;
            medium: string;
            low: string;
        };
        /** @enum {string} */
        AssessmentStage: "initial" | "detailed";
        /** @description A file as rows show it. */
        Attachment: {
            id: components["schemas"]["Id"];
            file_name: string;
            media_type: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            created_at: components["schemas"]["Instant"];
        };
        /**
         * @description How a try ended; what the receiver answered besides its status is not kept.
         * @enum {string}
         */
        AttemptReason: "ok" | "refused" | "timeout" | "no_connection" | "no_such_host" | "tls" | "private_address" | "other";
        /** @description Another phone's mark of the same child that says something else. */
        AttendanceConflict: {
            state: components["schemas"]["AttendanceState"];
            note: string;
            marked_at: components["schemas"]["Instant"];
            marked_by?: components["schemas"]["UserRef"] | null;
        };
        /** @description A line of the roster. */
        AttendanceLine: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** @description Whom to call. */
            phone?: string | null;
            medical_warning: string;
            can_swim?: boolean | null;
            state?: components["schemas"]["AttendanceState"] | null;
            note: string;
            marked_at?: components["schemas"]["Instant"] | null;
            marked_by?: components["schemas"]["UserRef"] | null;
            default_state?: components["schemas"]["AttendanceState"] | null;
            /** @description Why the child is on leave. */
            leave_reason?: string | null;
            consent?: components["schemas"]["SummerConsent"] | null;
            child_consent?: components["schemas"]["SummerConsent"] | null;
            /** @description What was said beside it. */
            opinion_note: string;
            /** @description Came without being on the list. */
            walk_in: boolean;
            conflicts: components["schemas"]["AttendanceConflict"][];
        };
        AttendanceMark: {
            /** @description Of the list, or of somebody within the scope who just came along. */
            child_id: components["schemas"]["Id"];
            state: components["schemas"]["AttendanceState"];
            note?: string;
            marked_at?: components["schemas"]["Instant"] | null;
        };
        /** @description What became of one mark, and the mark that stands now. */
        AttendanceMarked: {
            child_id: components["schemas"]["Id"];
            result: components["schemas"]["MarkResult"];
            state?: components["schemas"]["AttendanceState"] | null;
            note: string;
            marked_at?: components["schemas"]["Instant"] | null;
            marked_by?: components["schemas"]["UserRef"] | null;
        };
        /** @description Marks as a phone kept them while the network was away. */
        AttendanceMarks: {
            session_id: components["schemas"]["Id"];
            marks: components["schemas"]["AttendanceMark"][];
        };
        /** @description The roster of a session, by name. */
        AttendanceRoster: {
            session_id: components["schemas"]["Id"];
            /** Format: date */
            on_date: string;
            group_name?: string | null;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            cancelled: boolean;
            may_mark: boolean;
            counts: components["schemas"]["SummerAttendanceCount"];
            opinions: components["schemas"]["SummerOpinionCount"];
            items: components["schemas"]["AttendanceLine"][];
        };
        /**
         * @description Có mặt, vắng có phép, vắng không phép, đi muộn.
         * @enum {string}
         */
        AttendanceState: "present" | "excused" | "absent" | "late";
        AttendanceTaken: {
            session_id: components["schemas"]["Id"];
            /** Format: int64 */
            saved: number;
            /** Format: int64 */
            kept: number;
            /** Format: int64 */
            refused: number;
            marks: components["schemas"]["AttendanceMarked"][];
        };
        /** @description When the loudspeakers read it: on which days of the week within the period, at what times. */
        BroadcastSchedule: {
            /**
             * @description 1 (Monday) to 7; none: every day.
             * @example [
             *       1,
             *       3,
             *       5
             *     ]
             */
            weekdays?: number[];
            /**
             * @example [
             *       "05:30",
             *       "17:00"
             *     ]
             */
            times?: string[];
        };
        /** @description Money in đồng. */
        BudgetLine: {
            source: components["schemas"]["BudgetSource"];
            /** Format: int64 */
            planned: number;
            /** Format: int64 */
            spent?: number;
            note?: string;
        };
        /**
         * @description Where money comes from (part IV of the plan).
         * @enum {string}
         */
        BudgetSource: "state" | "mobilised";
        /** @enum {string} */
        BulkAction: "due_on" | "lead_unit" | "remind";
        BulkChange: {
            /** @description At most 200. */
            task_ids: components["schemas"]["Id"][];
            action: components["schemas"]["BulkAction"];
            /**
             * Format: date
             * @description With `due_on`.
             */
            due_on?: string | null;
            lead_unit_id?: components["schemas"]["Id"] | null;
            /** @description With `remind`. */
            message?: string | null;
        };
        BulkFailure: {
            id: components["schemas"]["Id"];
            code: string;
            message: string;
        };
        /** @description What became of each task. */
        BulkResult: {
            done: components["schemas"]["Id"][];
            failed: components["schemas"]["BulkFailure"][];
        };
        /** @description Whether my calendar program has an address, and what it is given there. */
        CalendarFeed: {
            exists: boolean;
            /** @description Only what my unit leads, joins or made. */
            only_own: boolean;
            created_at?: components["schemas"]["Instant"] | null;
            read_at?: components["schemas"]["Instant"] | null;
        };
        /** @description A new address, shown once. */
        CalendarFeedMade: {
            /**
             * @description After the address of the installation.
             * @example /api/v1/events.ics?token=…
             */
            path: string;
        };
        /** @description A campaign (đợt truyền thông): items of one occasion. */
        Campaign: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            plan_id?: components["schemas"]["Id"] | null;
            /** @example Truyền thông Tháng hành động vì trẻ em năm 2024 */
            name: string;
            theme: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            note: string;
            /**
             * Format: int64
             * @description Items within the reader's scope.
             */
            items: number;
            may_change: boolean;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A merge patch. */
        CampaignChanges: {
            plan_id?: components["schemas"]["Id"] | null;
            name?: string;
            theme?: string | null;
            /** Format: date */
            starts_on?: string;
            /** Format: date */
            ends_on?: string;
            note?: string | null;
        };
        /** @description Written down by mistake. */
        Cancellation: {
            reason: string;
        };
        Case: {
            id: components["schemas"]["Id"];
            /** @example HS-2024-0003 */
            code: string;
            child_id?: components["schemas"]["Id"] | null;
            child: components["schemas"]["CaseChild"];
            concern_ids: components["schemas"]["Id"][];
            received_at: components["schemas"]["Instant"];
            opened_at: components["schemas"]["Instant"];
            danger_level: components["schemas"]["DangerLevel"];
            protection_level: components["schemas"]["ProtectionLevel"];
            status: components["schemas"]["CaseStatus"];
            /**
             * Format: int32
             * @description The first plan is round 1; each new plan after a review, or a reopening, begins another.
             */
            round: number;
            deadlines: components["schemas"]["Deadline"][];
            next_step?: components["schemas"]["CaseAction"] | null;
            /** @description What still keeps the plan from being submitted (Decree 56/2017, art. 28.2). */
            missing: components["schemas"]["FilePart"][];
            allowed_actions: components["schemas"]["CaseAction"][];
            parts: components["schemas"]["CasePart"][];
            assigned_user_ids: components["schemas"]["Id"][];
            assigned: components["schemas"]["UserRef"][];
            opened_by?: components["schemas"]["UserRef"] | null;
            police_passed_at?: components["schemas"]["Instant"] | null;
            separation_until?: components["schemas"]["Instant"] | null;
            closing?: components["schemas"]["ClosingProposal"] | null;
            closed_at?: components["schemas"]["Instant"] | null;
            glass_until?: components["schemas"]["Instant"] | null;
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Everything that may be done with a case; also the words of its timeline.
         * @enum {string}
         */
        CaseAction: "assess_initial" | "assess_detailed" | "meet" | "plan" | "decide" | "return" | "implement" | "review" | "continue" | "propose_closing" | "reject_closing" | "close" | "transfer" | "reopen" | "refer" | "measure" | "separate" | "pass_to_police" | "assign" | "note" | "add_file" | "identify";
        CaseAssignment: {
            user_ids: components["schemas"]["Id"][];
        };
        /** @description A merge patch. */
        CaseChanges: {
            danger_level?: components["schemas"]["DangerLevel"] | null;
            protection_level?: components["schemas"]["ProtectionLevel"] | null;
            child?: components["schemas"]["CaseChild"] | null;
            child_id?: components["schemas"]["Id"] | null;
        };
        /** @description Who the child is, as the case knows it; it stays when the registry forgets. */
        CaseChild: {
            /** @default  */
            full_name: string;
            /**
             * Format: date
             * @default null
             */
            date_of_birth: string | null;
            /**
             * Format: int32
             * @description Years, where the day of birth is not known.
             * @default null
             */
            estimated_age: number | null;
            /** @default null */
            sex: components["schemas"]["Sex"] | null;
            /** @default  */
            address: string;
        };
        CaseClosing: {
            kind: components["schemas"]["ClosingKind"];
            reason: string;
        };
        /** @description A number under its word; nothing where it is too small to be told. */
        CaseCount: {
            /** @example implementing */
            word: string;
            /** Format: int64 */
            count?: number | null;
        };
        /** @description The chairperson's decision about a plan. */
        CaseDecision: {
            approve: boolean;
            /**
             * @description Of the decision on paper.
             * @example 12/QĐ-UBND
             */
            number?: string;
            /** @description Who is charged with it; required when it is returned: why. */
            note?: string;
        };
        CaseEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            kind: components["schemas"]["EntryKind"];
            part: components["schemas"]["CasePart"];
            step?: components["schemas"]["CaseAction"] | null;
            text: string;
        };
        CaseFile: {
            id: components["schemas"]["Id"];
            part: components["schemas"]["CasePart"];
            title: string;
            added_by?: components["schemas"]["UserRef"] | null;
            added_at: components["schemas"]["Instant"];
            attachments: components["schemas"]["Attachment"][];
        };
        CaseFolder: {
            case: components["schemas"]["Case"];
            /** @description The timeline, newest first. */
            entries: components["schemas"]["CaseEntry"][];
            forms: components["schemas"]["CaseFormLine"][];
            measures: components["schemas"]["CaseMeasure"][];
            referrals: components["schemas"]["Referral"][];
            files: components["schemas"]["CaseFile"][];
        };
        /** @description A form of a case: the draft that is being written, or the last that was completed. */
        CaseForm: {
            id?: components["schemas"]["Id"] | null;
            kind: components["schemas"]["FormKind"];
            /** Format: int32 */
            round: number;
            content: components["schemas"]["FormContent"];
            completed_at?: components["schemas"]["Instant"] | null;
            completed_by?: components["schemas"]["UserRef"] | null;
            updated_by?: components["schemas"]["UserRef"] | null;
            updated_at?: components["schemas"]["Instant"] | null;
            /**
             * Format: int32
             * @description 0 before anything was written.
             */
            version: number;
            case_id: components["schemas"]["Id"];
        };
        /** @description A line of the file. */
        CaseFormLine: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["FormKind"];
            /** Format: int32 */
            round: number;
            completed_at?: components["schemas"]["Instant"] | null;
            completed_by?: components["schemas"]["UserRef"] | null;
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A line of the list. The child is a sign, not a name: the full name stands in the case, and that look is recorded. */
        CaseLine: {
            id: components["schemas"]["Id"];
            /** @example HS-2024-0003 */
            code: string;
            /** @example N.T.H., 2015 */
            child_sign: string;
            received_at: components["schemas"]["Instant"];
            opened_at: components["schemas"]["Instant"];
            danger_level: components["schemas"]["DangerLevel"];
            status: components["schemas"]["CaseStatus"];
            /** Format: int32 */
            round: number;
            deadlines: components["schemas"]["Deadline"][];
            assigned_user_ids: components["schemas"]["Id"][];
            is_closing_proposed: boolean;
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description One look, one change or one refused attempt. */
        CaseLook: {
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            /** @description `cases.read`, `cases.print`, `own.accept_referral` … */
            action: string;
            outcome: string;
        };
        CaseMeasure: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["MeasureKind"];
            starts_at: components["schemas"]["Instant"];
            ends_at?: components["schemas"]["Instant"] | null;
            ended_at?: components["schemas"]["Instant"] | null;
            latest_end_at?: components["schemas"]["Instant"] | null;
            what: string;
            /** @description Nothing for those who need not know where the child is. */
            place?: string | null;
            responsible: string;
            number: string;
            reason: string;
            end_note: string;
            decided_by?: components["schemas"]["UserRef"] | null;
            /** Format: int32 */
            version: number;
        };
        CaseNote: {
            note?: string;
        };
        /**
         * @description What of a case a reader sees; see [`super::views`].
         * @enum {string}
         */
        CasePart: "child" | "concern" | "initial_assessment" | "detailed_assessment" | "meeting" | "plan" | "decision" | "review" | "measures" | "referrals" | "log" | "police" | "health" | "files" | "people";
        CaseReason: {
            reason: string;
        };
        CaseSearch: {
            /**
             * @description A name, or a code.
             * @default
             */
            q: string;
            /** @default null */
            child_id: components["schemas"]["Id"] | null;
            /** @default null */
            status: string | null;
            /**
             * Format: int64
             * @default null
             */
            limit: number | null;
        };
        /**
         * @description The steps of Decree 56/2017, arts 26–30.
         * @enum {string}
         */
        CaseStatus: "open" | "initial_assessment" | "assessment" | "planned" | "decided" | "implementing" | "reviewed" | "closed" | "transferred";
        /** @description What the upper level learns of a ward's cases; nothing where a number is too small to be told. */
        CaseSums: {
            /** Format: int64 */
            concerns?: number | null;
            /** Format: int64 */
            open?: number | null;
            /** Format: int64 */
            late?: number | null;
        };
        /** @description Cases by the clock that is worst. */
        CaseTally: {
            /**
             * Format: int64
             * @description Neither closed nor handed to another ward.
             */
            open: number;
            /**
             * Format: int64
             * @description A clock has run out.
             */
            late: number;
            /**
             * Format: int64
             * @description A clock runs out soon, and none has.
             */
            due_soon: number;
            /**
             * Format: int64
             * @description A clock runs, and none is near its end.
             */
            on_time: number;
            by_clock: components["schemas"]["ClockTally"][];
        };
        /** @description The clocks of child protection. The figures are the law's, which may change (docs/decisions.md). */
        CaseTerms: {
            /**
             * Format: int64
             * @description Hours of clock time until an emergency measure must be there (Decree 56/2017, arts 26.3, 31.1).
             * @default 12
             */
            emergency_hours: number;
            /**
             * Format: int32
             * @description Working days from receipt to the plan (Decree 56/2017, art. 28.1).
             * @default 5
             */
            plan_working_days: number;
            /**
             * Format: int32
             * @description Working days from receipt to the chairperson's decision (published procedures).
             * @default 7
             */
            decision_working_days: number;
            /**
             * Format: int64
             * @description Days that a child may be separated at most, extensions included (Decree 56/2017, art. 32).
             * @default 15
             */
            separation_days: number;
            /**
             * Format: int32
             * @description Working days within which a service should answer a referral.
             * @default 2
             */
            referral_working_days: number;
        };
        /** @description To the commune where the child lives now. A ward of this installation gets a concern with what it needs to know. */
        CaseTransfer: {
            /** @description Its name, as it stands in the papers. */
            to: string;
            to_ward_id?: components["schemas"]["Id"] | null;
            reason: string;
            /** @description What they need to know. */
            summary: string;
        };
        /** @description A task for the sender's machine: a number whose SHA-256 behind the challenge begins with so many zero bits. */
        Challenge: {
            challenge: string;
            /** Format: int32 */
            bits: number;
        };
        Change: {
            /** @example tasks */
            resource: string;
            id: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description None for a row to forget.
             */
            version?: number | null;
            /** @description It is no longer within the reader's scope: forget it. */
            gone: boolean;
            at: components["schemas"]["Instant"];
        };
        Changes: {
            items: components["schemas"]["Change"][];
            /** @description Give it back as `since`. Entries of the last seconds may come twice: a change that was under way is not missed. */
            next_cursor: string;
            /** @description There is more to fetch at once. */
            more: boolean;
        };
        ChannelTally: {
            channel: components["schemas"]["CommunicationChannel"];
            /**
             * Format: int64
             * @description Items that are approved or done.
             */
            items: number;
            /**
             * Format: int64
             * @description Shares of units in them, and those of which the unit has reported something.
             */
            shares: number;
            /** Format: int64 */
            reported: number;
            /**
             * Format: int64
             * @description How many times it was to be done, and was.
             */
            planned: number;
            /** Format: int64 */
            times: number;
        };
        /** @enum {string} */
        CheckSeverity: "error" | "warning";
        /** @description A child as its reader sees it. Members that the reader may not see are absent. */
        Child: {
            id: components["schemas"]["Id"];
            /** @example TE-000123 */
            code: string;
            view: components["schemas"]["ViewName"];
            full_name: string;
            /** Format: date */
            date_of_birth?: string;
            /** @description Only the year is known; `date_of_birth` is its first of January. */
            birth_year_only?: boolean;
            /** Format: int32 */
            birth_year: number;
            /**
             * Format: int32
             * @description Full years today.
             */
            age?: number;
            sex: components["schemas"]["Sex"];
            /** @description The code of the list of ethnic groups: `01` Kinh … */
            ethnicity?: string | null;
            /**
             * @description Twelve digits, masked for whoever does not write it.
             * @example 0380•••••123
             */
            personal_id?: string | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            school_id?: components["schemas"]["Id"] | null;
            school?: components["schemas"]["UnitRef"] | null;
            /** @example 3A */
            grade?: string;
            /** @description Where the child lives, within the neighborhood. */
            address?: string;
            permanent_address?: string;
            temporary_address?: string;
            guardians: components["schemas"]["Guardian"][];
            health_insurance_no?: string | null;
            /** Format: date */
            health_insurance_valid_to?: string | null;
            disability?: string;
            disability_degree?: components["schemas"]["DisabilityDegree"] | null;
            illness?: string;
            poverty?: components["schemas"]["Poverty"];
            can_swim?: boolean | null;
            /** @description What whoever leads an activity must know. */
            medical_warning: string;
            notes?: string;
            /** @description In force today, without those that are not the reader's to know. */
            circumstances?: components["schemas"]["Circumstance"][];
            risks?: components["schemas"]["Circumstance"][];
            /**
             * Format: date
             * @description The latest visit, gift or other support.
             */
            last_supported_on?: string | null;
            status: components["schemas"]["ChildStatus"];
            /** Format: date */
            status_on?: string | null;
            created_at?: components["schemas"]["Instant"];
            updated_at?: components["schemas"]["Instant"];
            /** @description What of the number of identity contradicts the rest; the number is kept all the same. */
            warnings?: components["schemas"]["ChildWarning"][];
            /** @description What the reader may do with it now. */
            allowed_actions?: components["schemas"]["ChildAction"][];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ChildAction: "edit" | "move" | "move_out" | "return" | "died" | "merge" | "add_circumstance" | "add_support";
        /** @description A merge patch: absent members stay, `null` empties. */
        ChildChanges: {
            full_name?: string | null;
            /** Format: date */
            date_of_birth?: string | null;
            birth_year_only?: boolean | null;
            sex?: components["schemas"]["Sex"] | null;
            ethnicity?: string | null;
            personal_id?: string | null;
            school_id?: components["schemas"]["Id"] | null;
            grade?: string | null;
            address?: string | null;
            permanent_address?: string | null;
            temporary_address?: string | null;
            guardians?: components["schemas"]["Guardian"][] | null;
            health_insurance_no?: string | null;
            /** Format: date */
            health_insurance_valid_to?: string | null;
            disability?: string | null;
            disability_degree?: components["schemas"]["DisabilityDegree"] | null;
            illness?: string | null;
            poverty?: components["schemas"]["Poverty"] | null;
            can_swim?: boolean | null;
            medical_warning?: string | null;
            notes?: string | null;
        };
        ChildDeath: {
            /** Format: date */
            died_on: string;
            note?: string;
        };
        /** @enum {string} */
        ChildField: "ordinal" | "full_name" | "family_and_middle_name" | "given_name" | "date_of_birth" | "birth_year" | "birth_day" | "birth_month" | "birth_date_if_male" | "birth_date_if_female" | "sex" | "is_male" | "is_female" | "ethnicity" | "personal_id" | "neighborhood" | "address" | "permanent_address" | "temporary_address" | "father_name" | "father_phone" | "father_birth_year" | "father_job" | "mother_name" | "mother_phone" | "mother_birth_year" | "mother_job" | "guardian_name" | "guardian_phone" | "guardian_relation" | "phone" | "school" | "grade" | "school_and_class" | "health_insurance_no" | "health_insurance_valid_to" | "has_health_insurance" | "disability" | "illness" | "is_poor" | "is_near_poor" | "poverty" | "can_swim" | "circumstance" | "risk" | "code" | "note" | "circumstance_hc01" | "circumstance_hc02" | "circumstance_hc03" | "circumstance_hc04" | "circumstance_hc05" | "circumstance_hc06" | "circumstance_hc07" | "circumstance_hc08" | "circumstance_hc09" | "circumstance_hc10" | "circumstance_hc11" | "circumstance_hc12" | "circumstance_hc13" | "circumstance_hc14" | "risk_nc01" | "risk_nc02" | "risk_nc03" | "risk_nc04" | "risk_nc05" | "risk_nc06" | "risk_nc07" | "risk_nc08" | "risk_nc09" | "risk_nc10" | "risk_nc11" | "risk_nc12" | "risk_nc13" | "risk_nc14" | "risk_nc15" | "risk_nc99" | "ignore";
        ChildGroup: {
            /** @example HC01 */
            code: string;
            kind: components["schemas"]["GroupKind"];
            /** @description The law's own words. */
            label: string;
            secrecy: components["schemas"]["Secrecy"];
            legal_basis: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_to?: string | null;
            sub: components["schemas"]["SubGroup"][];
        };
        /** @description A change as its reader sees it. */
        ChildHistoryEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            source: components["schemas"]["Source"];
            /** @description Each changed member as `[before, after]`; members that the reader does not see are left out. */
            changes: {
                [key: string]: unknown[];
            };
        };
        /** @description One look, one change or one refused attempt. */
        ChildLook: {
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            /** @description `children.read`, `children.update` … */
            action: string;
            outcome: string;
        };
        /** @description Which row goes into the one in the address. */
        ChildMerge: {
            /** @description The row that goes. */
            other_id: components["schemas"]["Id"];
            /**
             * @description Members whose value comes from the row that goes; empty ones are filled from it anyway.
             * @example [
             *       "grade",
             *       "address"
             *     ]
             */
            take?: string[];
        };
        /** @description To another neighborhood of the ward. */
        ChildMove: {
            neighborhood_id: components["schemas"]["Id"];
            /** Format: date */
            moved_on?: string | null;
            note?: string;
        };
        /** @description Out of the ward. */
        ChildMoveOut: {
            /** Format: date */
            moved_on: string;
            /**
             * @description Where to, as far as it is known.
             * @example Phường Ngọc Trạo, tỉnh Thanh Hóa
             */
            to: string;
            note?: string;
        };
        /** @description The child where it is now; absent when it is no longer within the reader's scope. */
        ChildMoveResult: {
            child?: components["schemas"]["Child"] | null;
        };
        ChildPlace: {
            id: components["schemas"]["Id"];
            name: string;
        };
        /** @description Where children live and learn in the ward. */
        ChildPlaces: {
            neighborhoods: components["schemas"]["ChildPlace"][];
            schools: components["schemas"]["ChildPlace"][];
        };
        /** @description The filters of a list of children. Names never stand in an address: `q` is for `POST /children/search` alone. */
        ChildQuery: {
            /** @description Words of the name; also a code, a guardian's telephone number or twelve digits. Only in a body. */
            q?: string | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            school_id?: components["schemas"]["Id"] | null;
            grade?: string | null;
            /**
             * Format: int32
             * @description Full years today, both included.
             */
            age_from?: number | null;
            /** Format: int32 */
            age_to?: number | null;
            /** Format: int32 */
            birth_year_from?: number | null;
            /** Format: int32 */
            birth_year_to?: number | null;
            sex?: components["schemas"]["Sex"] | null;
            /** @description A group of special circumstances in force today: `HC01` … */
            circumstance?: string | null;
            /** @description A risk in force today: `NC01` … */
            risk?: string | null;
            /** @description In any group (or in none) of those that the reader may know. */
            has_circumstance?: boolean | null;
            has_risk?: boolean | null;
            poverty?: components["schemas"]["Poverty"] | null;
            /** @description Without a health-insurance card that is valid today (or with one). */
            without_insurance?: boolean | null;
            can_swim?: boolean | null;
            /**
             * Format: int32
             * @description Neither visited nor supported in this year.
             */
            unsupported_in?: number | null;
            programme?: components["schemas"]["Programme"] | null;
            reached?: boolean | null;
            /**
             * Format: int32
             * @description Of `programme`; this year when left out.
             */
            year?: number | null;
            /** @description `active` when left out; several with commas between. */
            status?: string | null;
            /** @description `name` (default), `date_of_birth`, `-date_of_birth`, `-updated_at`. */
            sort?: string | null;
            /** Format: int64 */
            limit?: number | null;
            cursor?: string | null;
        };
        /** @description Back in the ward. */
        ChildReturn: {
            neighborhood_id?: components["schemas"]["Id"] | null;
            note?: string;
        };
        /**
         * @description `active → moved_out → active`; `active → aged_out` at 16; `deceased`.
         * @enum {string}
         */
        ChildStatus: "active" | "moved_out" | "deceased" | "aged_out" | "erased";
        /** @enum {string} */
        ChildWarning: "personal_id_sex" | "personal_id_year";
        /** @description A file with how to read it. */
        ChildrenForm: {
            /**
             * Format: binary
             * @description `.xlsx`, `.xls`, `.ods`, `.csv`; told by content.
             */
            file: string;
            /** @description JSON: sheet → column (from 0) → field; what the first answer proposed, corrected. */
            mapping?: string | null;
            /** @description `true`: turn TCVN3 or VNI text into Unicode. */
            convert_legacy?: string | null;
        };
        /** @description How many children one adult can look after. */
        ChildrenPerAdult: {
            /**
             * Format: int32
             * @default 5
             */
            under_6: number;
            /**
             * Format: int32
             * @default 10
             */
            from_6_to_10: number;
            /**
             * Format: int32
             * @default 15
             */
            from_11: number;
            /**
             * Format: int32
             * @default 4
             */
            by_water: number;
        };
        /** @description The children within the scope, and what reached them in a year. */
        ChildrenReach: {
            /** Format: int32 */
            year: number;
            /** Format: int64 */
            children: number;
            programmes: components["schemas"]["ProgrammeReach"][];
        };
        /** @description A special circumstance or a risk of a child. */
        Circumstance: {
            id: components["schemas"]["Id"];
            /**
             * @description From the catalogue (`GET /children/catalogue`): `HC01` … `HC14`, `NC01` …
             * @example HC01
             */
            code: string;
            sub_code?: string | null;
            /** @description The law's words. */
            label: string;
            /** Format: date */
            from_date: string;
            /** Format: date */
            to_date?: string | null;
            /** @description The paper that shows it: number and date of a decision, a certificate. */
            evidence: string;
            note: string;
            attachments: components["schemas"]["Attachment"][];
        };
        CircumstanceEnd: {
            /** Format: date */
            to_date: string;
            note?: string;
        };
        /** @description Files that were uploaded to `/attachments`. */
        CircumstanceFiles: {
            attachment_ids: components["schemas"]["Id"][];
        };
        /**
         * @description Where the refresh token goes: a cookie for browsers, the body for mobile clients.
         * @enum {string}
         */
        Client: "browser" | "mobile";
        /** @enum {string} */
        ClockState: "running" | "due_soon" | "late" | "met" | "met_late" | "cancelled";
        /** @description The clocks of one kind. */
        ClockTally: {
            kind: components["schemas"]["DeadlineKind"];
            /** Format: int64 */
            on_time: number;
            /** Format: int64 */
            due_soon: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            met: number;
            /** Format: int64 */
            met_late: number;
        };
        ClosedNote: {
            text: string;
            readers: components["schemas"]["UserRef"][];
            reader_ids: components["schemas"]["Id"][];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        ClosedNoteText: {
            text: string;
            /** @description Everybody who may know, beside the writer. */
            reader_ids?: components["schemas"]["Id"][];
        };
        Closing: {
            /** @description Why the unit is closed. */
            note: string;
        };
        /**
         * @description Why a case is to end.
         * @enum {string}
         */
        ClosingKind: "done" | "unfounded" | "no_longer_a_child";
        ClosingProposal: {
            kind: components["schemas"]["ClosingKind"];
            by?: components["schemas"]["UserRef"] | null;
            at: components["schemas"]["Instant"];
            reason: string;
        };
        ColumnReading: {
            /**
             * Format: int32
             * @description From 0.
             */
            index: number;
            /** @description As the person sees it: `C`. */
            letter: string;
            /** @description The headings above it, joined: `Cha / Số điện thoại`. */
            header: string;
            field?: components["schemas"]["ChildField"] | null;
            /**
             * Format: int32
             * @description How sure, in percent.
             */
            confidence: number;
            source: components["schemas"]["ColumnSource"];
            /** @description The first few different values, as they stand. */
            samples: string[];
        };
        /**
         * @description What the field of a column was taken from.
         * @enum {string}
         */
        ColumnSource: "mapping" | "header" | "contents" | "unknown";
        /** @description A commendation as its reader sees it. */
        Commendation: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            plan_id?: components["schemas"]["Id"] | null;
            kind: components["schemas"]["CommendedKind"];
            unit_id?: components["schemas"]["Id"] | null;
            unit?: components["schemas"]["UnitRef"] | null;
            /** @example Khu phố 3 */
            name: string;
            /** @description Of a person. */
            position: string;
            /** @example Giấy khen */
            form: string;
            achievement: string;
            /** @description The accepted tasks that it rests on. */
            tasks: components["schemas"]["TaskRef"][];
            status: components["schemas"]["CommendationStatus"];
            /** @description Why it was declined or withdrawn. */
            status_reason: string;
            decision_id?: components["schemas"]["Id"] | null;
            decision?: components["schemas"]["CommendationDecision"] | null;
            /** Format: date */
            awarded_on?: string | null;
            /** @description On which occasion it was handed over. */
            awarded_at: string;
            /** Format: date */
            proposed_on: string;
            proposed_unit?: components["schemas"]["UnitRef"] | null;
            proposed_by?: components["schemas"]["UserRef"] | null;
            allowed_actions: components["schemas"]["CommendationAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the reader may do with it now.
         * @enum {string}
         */
        CommendationAction: "edit" | "decide" | "decline" | "withdraw" | "award";
        /** @description When and where it was handed over. */
        CommendationAward: {
            /** Format: date */
            awarded_on: string;
            /** @example Lễ tổng kết Tháng hành động vì trẻ em */
            awarded_at?: string;
        };
        /**
         * @description A unit whose tasks were accepted, reported in time and with evidence. Facts in the order of the units' names: this is
         *     no ranking.
         */
        CommendationCandidate: {
            unit: components["schemas"]["UnitRef"];
            /**
             * Format: int64
             * @description Accepted tasks of the period.
             */
            accepted: number;
            /**
             * Format: int64
             * @description Of these, reported by their day.
             */
            on_time: number;
            /**
             * Format: int64
             * @description Of these, reported with evidence.
             */
            with_evidence: number;
            /** @description Those that are all of it. */
            tasks: components["schemas"]["TaskRef"][];
            /** @description A proposal for this unit waits or was decided. */
            is_proposed: boolean;
        };
        /** @description A merge patch of a proposal. Somebody else is another proposal. */
        CommendationChanges: {
            plan_id?: components["schemas"]["Id"] | null;
            name?: string;
            position?: string | null;
            form?: string;
            achievement?: string;
            task_ids?: components["schemas"]["Id"][] | null;
        };
        /** @description What the writer of a proposal chooses from. */
        CommendationChoices: {
            units: components["schemas"]["UnitRef"][];
            /** @description The usual forms, and those that the ward has used. */
            forms: string[];
            plan_id?: components["schemas"]["Id"] | null;
            plan_title?: string | null;
        };
        /** @description A decision, which holds one or more commendations. */
        CommendationDecision: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            /**
             * Format: int32
             * @description Given by the ward's clerk.
             */
            number?: number | null;
            /** @example 125/QĐ-UBND */
            number_text: string;
            title: string;
            /** Format: date */
            decided_on: string;
            decided_by?: components["schemas"]["UserRef"] | null;
            acting_for?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        CommendationReason: {
            reason: string;
        };
        /**
         * @description `proposed → decided → awarded`; `proposed → declined` or `withdrawn`.
         * @enum {string}
         */
        CommendationStatus: "proposed" | "decided" | "awarded" | "declined" | "withdrawn";
        /**
         * @description Who is commended: never a child.
         * @enum {string}
         */
        CommendedKind: "unit" | "group" | "person";
        /** @enum {string} */
        CommitMode: "all" | "good_rows";
        /** @description An item as its reader sees it. */
        Communication: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            campaign_id?: components["schemas"]["Id"] | null;
            campaign_name?: string | null;
            channel: components["schemas"]["CommunicationChannel"];
            title: string;
            /** @description The script, or the words of the banner, post or leaflet. */
            body: string;
            /** @description Who reads it on the loudspeakers. */
            reader: string;
            status: components["schemas"]["CommunicationStatus"];
            /** @description Why it was returned or cancelled. */
            status_reason: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            schedule: components["schemas"]["BroadcastSchedule"];
            places: components["schemas"]["CommunicationPlace"][];
            link: string;
            /**
             * Format: int32
             * @description Leaflets for each unit.
             */
            copies?: number | null;
            lead_unit_id: components["schemas"]["Id"];
            lead_unit: components["schemas"]["UnitRef"];
            created_unit?: components["schemas"]["UnitRef"] | null;
            /** @description The units that do it; who has not reported stands first. */
            units: components["schemas"]["CommunicationShare"][];
            /** Format: int32 */
            units_reported: number;
            /** Format: int32 */
            units_total: number;
            section_id?: components["schemas"]["Id"] | null;
            section_path?: string | null;
            task_id?: components["schemas"]["Id"] | null;
            task?: components["schemas"]["TaskRef"] | null;
            event_id?: components["schemas"]["Id"] | null;
            created_by?: components["schemas"]["UserRef"] | null;
            approved_by?: components["schemas"]["UserRef"] | null;
            approved_at?: components["schemas"]["Instant"] | null;
            allowed_actions: components["schemas"]["CommunicationAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the reader may do with it now.
         * @enum {string}
         */
        CommunicationAction: "edit" | "approve" | "return" | "finish" | "cancel" | "report";
        /** @description A merge patch. Another channel is another item. */
        CommunicationChanges: {
            campaign_id?: components["schemas"]["Id"] | null;
            title?: string;
            body?: string | null;
            reader?: string | null;
            /** Format: date */
            starts_on?: string;
            /** Format: date */
            ends_on?: string;
            schedule?: components["schemas"]["BroadcastSchedule"] | null;
            places?: components["schemas"]["CommunicationPlace"][] | null;
            link?: string | null;
            /** Format: int32 */
            copies?: number | null;
            lead_unit_id?: components["schemas"]["Id"];
            unit_ids?: components["schemas"]["Id"][] | null;
            section_id?: components["schemas"]["Id"] | null;
            task_id?: components["schemas"]["Id"] | null;
            event_id?: components["schemas"]["Id"] | null;
        };
        /**
         * @description By which way people are told.
         * @enum {string}
         */
        CommunicationChannel: "loudspeaker" | "banner" | "poster" | "website" | "social_network" | "school" | "leaflet";
        /** @description What the writer of an item chooses from. */
        CommunicationChoices: {
            /** @description The ward's units that are in use. */
            units: components["schemas"]["UnitRef"][];
            plan?: components["schemas"]["CommunicationPlan"] | null;
        };
        /**
         * @description What one unit was to do on one channel, and has done. The rows behind: `GET /communications` with
         *     `status=approved,done`, `unit_id`, `channel`, the same filters, and `reported` for those it has reported on or not.
         */
        CommunicationCount: {
            unit: components["schemas"]["UnitRef"];
            channel: components["schemas"]["CommunicationChannel"];
            /** Format: int64 */
            items: number;
            /**
             * Format: int64
             * @description Items it has reported on.
             */
            reported: number;
            /**
             * Format: int64
             * @description Times, banners, posts or copies that were planned.
             */
            planned: number;
            /**
             * Format: int64
             * @description And those that were reported.
             */
            times: number;
            /** Format: date */
            last_on?: string | null;
        };
        /** @description An action that needs no words. */
        CommunicationMove: Record<string, never>;
        CommunicationOverview: {
            /**
             * Format: int64
             * @description Items that are approved or done, in the period.
             */
            total: number;
            /**
             * Format: int64
             * @description Drafts of the period that wait for their approval.
             */
            waiting: number;
            by_channel: components["schemas"]["ChannelTally"][];
            places: components["schemas"]["CommunicationSpot"][];
        };
        /** @description Where banners or posters hang. */
        CommunicationPlace: {
            /** @example Cổng chào đường Trần Phú */
            place: string;
            /** Format: int32 */
            count: number;
            unit_id?: components["schemas"]["Id"] | null;
            /** Format: double */
            latitude?: number | null;
            /** Format: double */
            longitude?: number | null;
            note?: string;
        };
        /** @description The plan whose words are at hand when something is written. */
        CommunicationPlan: {
            id: components["schemas"]["Id"];
            title: string;
            theme: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            slogans: string[];
            hotlines: string[];
        };
        CommunicationReason: {
            reason: string;
        };
        /** @description What a unit has done of an item. */
        CommunicationReport: {
            id: components["schemas"]["Id"];
            unit?: components["schemas"]["UnitRef"] | null;
            /** Format: date */
            done_on: string;
            /**
             * Format: int32
             * @description Times broadcast, banners hung, posts, copies.
             */
            times: number;
            note: string;
            link: string;
            by?: components["schemas"]["UserRef"] | null;
            at: components["schemas"]["Instant"];
            attachments: components["schemas"]["Attachment"][];
            may_withdraw: boolean;
        };
        /** @description One unit's share of an item. */
        CommunicationShare: {
            unit: components["schemas"]["UnitRef"];
            /**
             * Format: int32
             * @description How many times to broadcast, banners to hang, posts or copies.
             */
            planned: number;
            /**
             * Format: int32
             * @description How many reports it has sent; none: it has not done it yet.
             */
            reports: number;
            /**
             * Format: int32
             * @description What its reports add up to.
             */
            times: number;
            /** Format: date */
            last_on?: string | null;
        };
        /** @description A place of a banner or poster with a point on the map. */
        CommunicationSpot: {
            id: components["schemas"]["Id"];
            title: string;
            channel: components["schemas"]["CommunicationChannel"];
            place: string;
            /** Format: double */
            latitude: number;
            /** Format: double */
            longitude: number;
        };
        /**
         * @description `draft → approved → done`; `draft → returned → draft`; any open → `cancelled`. A change of text, places or
         *     schedule takes an approved one back to `draft`.
         * @enum {string}
         */
        CommunicationStatus: "draft" | "returned" | "approved" | "done" | "cancelled";
        /** @description The communications of one ward in a period, for those who look over several. */
        CommunicationSums: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            shares: number;
            /** Format: int64 */
            reported: number;
        };
        /** @description A concern as its reader sees it. */
        Concern: {
            id: components["schemas"]["Id"];
            /** @example TB-2024-0007 */
            code: string;
            /** @description When the system took it; the clock of twelve hours runs from here, or from `told_at` where that is earlier. */
            received_at: components["schemas"]["Instant"];
            told_at?: components["schemas"]["Instant"] | null;
            received_via: components["schemas"]["ReceivedVia"];
            subject_kind: components["schemas"]["SubjectKind"];
            danger_level: components["schemas"]["DangerLevel"];
            status: components["schemas"]["ConcernStatus"];
            narrative: string;
            child: components["schemas"]["ConcernChild"];
            place: string;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            condition: string;
            consequences: string;
            father: components["schemas"]["ConcernParent"];
            mother: components["schemas"]["ConcernParent"];
            family: string;
            carer: string;
            actions_taken: string;
            reporter?: components["schemas"]["Reporter"] | null;
            has_reporter: boolean;
            is_public: boolean;
            is_suspect: boolean;
            created_by?: components["schemas"]["UserRef"] | null;
            emergency_due_at?: components["schemas"]["Instant"] | null;
            decision?: components["schemas"]["ScreeningDecision"] | null;
            screening_reason?: string | null;
            /** @description Why a second person sent a proposal back. */
            screening_answer?: string | null;
            screened_by?: components["schemas"]["UserRef"] | null;
            screened_at?: components["schemas"]["Instant"] | null;
            confirmed_by?: components["schemas"]["UserRef"] | null;
            confirmed_at?: components["schemas"]["Instant"] | null;
            duplicate_of_id?: components["schemas"]["Id"] | null;
            referred_to?: components["schemas"]["UnitRef"] | null;
            case_id?: components["schemas"]["Id"] | null;
            allowed_actions: components["schemas"]["ConcernAction"][];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ConcernAction: "edit" | "screen" | "confirm" | "reject";
        /** @description A merge patch: what is heard later is added. The moment of receipt never changes. */
        ConcernChanges: {
            narrative?: string;
            received_via?: components["schemas"]["ReceivedVia"] | null;
            subject_kind?: components["schemas"]["SubjectKind"] | null;
            danger_level?: components["schemas"]["DangerLevel"] | null;
            child?: components["schemas"]["ConcernChild"] | null;
            place?: string | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            condition?: string | null;
            consequences?: string | null;
            father?: components["schemas"]["ConcernParent"] | null;
            mother?: components["schemas"]["ConcernParent"] | null;
            family?: string | null;
            carer?: string | null;
            actions_taken?: string | null;
        };
        /** @description The child, as far as it is known. */
        ConcernChild: {
            /**
             * @description Empty when nobody knows it.
             * @default
             */
            full_name: string;
            /**
             * Format: date
             * @default null
             */
            date_of_birth: string | null;
            /**
             * Format: int32
             * @description Years, where the day of birth is not known.
             * @default null
             */
            estimated_age: number | null;
            /** @default null */
            sex: components["schemas"]["Sex"] | null;
            /** @default  */
            address: string;
        };
        ConcernFollowUp: {
            status: components["schemas"]["FollowUpStatus"];
            message: string;
        };
        /** @description A line of the list: nothing that names the child. */
        ConcernLine: {
            id: components["schemas"]["Id"];
            /** @example TB-2024-0007 */
            code: string;
            received_at: components["schemas"]["Instant"];
            received_via: components["schemas"]["ReceivedVia"];
            subject_kind: components["schemas"]["SubjectKind"];
            danger_level: components["schemas"]["DangerLevel"];
            status: components["schemas"]["ConcernStatus"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            emergency_due_at?: components["schemas"]["Instant"] | null;
            /** @description Came through the public form, and looks like spam: look at it last, but do look. */
            is_suspect: boolean;
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A parent. */
        ConcernParent: {
            /** @default  */
            full_name: string;
            /**
             * Format: int32
             * @default null
             */
            age: number | null;
            /** @default  */
            occupation: string;
        };
        /** @description Why a proposal is turned down. */
        ConcernReason: {
            reason: string;
        };
        ConcernReceipt: {
            /**
             * @description To ask later how far it is. Shown once; it says nothing about the child.
             * @example 7K3M-9QWD-2XTB
             */
            code: string;
        };
        ConcernScreening: {
            decision: components["schemas"]["ScreeningDecision"];
            /** @description Required for `no_action` and `refer`. */
            reason?: string;
            duplicate_of_id?: components["schemas"]["Id"] | null;
            unit_id?: components["schemas"]["Id"] | null;
            case_id?: components["schemas"]["Id"] | null;
            child_id?: components["schemas"]["Id"] | null;
        };
        /** @description The list's filters, with words that must not stand in an address. */
        ConcernSearch: {
            /**
             * @description A name, a place, words of the narrative, or a code.
             * @default
             */
            q: string;
            /** @default null */
            status: string | null;
            /**
             * Format: int64
             * @default null
             */
            limit: number | null;
        };
        /** @enum {string} */
        ConcernStatus: "received" | "screened" | "opened_case" | "referred" | "no_action" | "duplicate";
        ConcernTally: {
            /**
             * Format: int64
             * @description Received or screened, and not settled yet.
             */
            waiting: number;
            /**
             * Format: int64
             * @description Of these, not screened yet.
             */
            new: number;
            /**
             * Format: int64
             * @description Of these that wait, a child in danger now.
             */
            emergency: number;
            /**
             * Format: int64
             * @description Received in the period, in whatever state.
             */
            received: number;
        };
        /**
         * @description In what two events are in each other's way.
         * @enum {string}
         */
        ConflictKind: "place" | "unit" | "neighborhood" | "staff" | "too_many";
        Consent: {
            id: components["schemas"]["Id"];
            purpose: components["schemas"]["Purpose"];
            /**
             * Format: int32
             * @description The child's age on that day.
             */
            age: number;
            child_agrees?: boolean | null;
            representative_name: string;
            representative_relation: string;
            representative_agrees: boolean;
            method: string;
            text_version: string;
            note: string;
            /** Format: date */
            given_on: string;
            /** Format: date */
            expires_on?: string | null;
            withdrawn_at?: components["schemas"]["Instant"] | null;
            withdraw_reason: string;
            recorded_by?: components["schemas"]["UserRef"] | null;
            state: components["schemas"]["ConsentState"];
            /** @description In force today. */
            valid: boolean;
            /**
             * Format: date
             * @description The seventh birthday of a child that was younger then: it is asked from that day on.
             */
            ask_again_on?: string | null;
        };
        /**
         * @description What a consent is worth today, and why.
         * @enum {string}
         */
        ConsentState: "valid" | "refused" | "child_refused" | "ask_again" | "expired" | "withdrawn";
        /** @description Tasks counted by state. */
        Counts: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            assigned: number;
            /** Format: int64 */
            in_progress: number;
            /** Format: int64 */
            submitted: number;
            /** Format: int64 */
            accepted: number;
            /** Format: int64 */
            returned: number;
            /** Format: int64 */
            cancelled: number;
            /** Format: int64 */
            overdue: number;
            /** Format: int64 */
            due_soon: number;
            /**
             * Format: int64
             * @description Percent, the average of what is not cancelled.
             */
            progress: number;
        };
        Coverage: {
            /** Format: int32 */
            year: number;
            /** @description Those that the reader's view can know of. */
            programmes: components["schemas"]["ProgrammeCoverage"][];
        };
        CoverageCount: {
            /** Format: int64 */
            entitled: number;
            /** Format: int64 */
            reached: number;
            /** Format: int64 */
            not_reached: number;
        };
        /** @description An account that was just made. */
        CreatedUser: components["schemas"]["User"] & {
            /** @description Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then reset the password). */
            initial_password?: string | null;
        };
        /**
         * @description How great the danger is at first sight, and later by the assessment.
         * @enum {string}
         */
        DangerLevel: "emergency" | "high" | "medium" | "low" | "unknown";
        Dashboard: {
            /**
             * Format: date
             * @description The day it is in the ward.
             */
            today: string;
            plan?: components["schemas"]["PlanRef"] | null;
            /**
             * Format: int64
             * @description Which day of it today is: 1 on the first; before it begins 0 or less.
             */
            day_number?: number | null;
            figures: components["schemas"]["Figure"][];
            /** @description Open tasks of my unit, the most urgent first. */
            my_tasks: components["schemas"]["Task"][];
            /** @description What waits for my decision, the longest first. */
            waiting_for_me: components["schemas"]["Waiting"][];
            late_by_unit: components["schemas"]["LateUnit"][];
            by_section: components["schemas"]["SectionTally"][];
        };
        DashboardOverview: {
            generated_at: components["schemas"]["Instant"];
            /** Format: date */
            today: string;
            plan?: components["schemas"]["PlanRef"] | null;
            /** @description The plans that may be chosen. */
            plans: components["schemas"]["PlanRef"][];
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            tasks?: components["schemas"]["TaskOverview"] | null;
            obstacles?: components["schemas"]["ObstacleTally"] | null;
            children?: components["schemas"]["ChildrenReach"] | null;
            cases?: components["schemas"]["CaseTally"] | null;
            concerns?: components["schemas"]["ConcernTally"] | null;
            events?: components["schemas"]["EventOverview"] | null;
            communications?: components["schemas"]["CommunicationOverview"] | null;
            summer?: components["schemas"]["SummerOverview"] | null;
            /** @description For the upper level: its wards, by name. */
            wards?: components["schemas"]["WardProgress"][] | null;
        };
        DataRequest: {
            id: components["schemas"]["Id"];
            child_id: components["schemas"]["Id"];
            child_code: string;
            child_name: string;
            kind: components["schemas"]["RequestKind"];
            requester_name: string;
            requester_relation: string;
            details: string;
            /** Format: date */
            received_on: string;
            /**
             * Format: date
             * @description Two working days.
             */
            answer_due_on: string;
            /** Format: date */
            execute_due_on: string;
            late: boolean;
            /**
             * Format: int64
             * @description On the clock that runs: working days until the answer is due, then days until it is due to be carried out;
             *     negative when late, absent when the request is done.
             */
            days_left?: number | null;
            status: components["schemas"]["RequestStatus"];
            answered_at?: components["schemas"]["Instant"] | null;
            executed_at?: components["schemas"]["Instant"] | null;
            answer: string;
            recorded_by?: components["schemas"]["UserRef"] | null;
            /** Format: int32 */
            version: number;
        };
        Deadline: {
            kind: components["schemas"]["DeadlineKind"];
            /** Format: int32 */
            round: number;
            starts_at: components["schemas"]["Instant"];
            due_at: components["schemas"]["Instant"];
            met_at?: components["schemas"]["Instant"] | null;
            state: components["schemas"]["ClockState"];
            /**
             * Format: int32
             * @description The term, where it is one of working days.
             */
            working_days?: number | null;
            /**
             * Format: int64
             * @description How many of them are left by the ward's calendar: after today, the last day included; nothing for one that has
             *     stopped or run out.
             */
            working_days_left?: number | null;
        };
        /**
         * @description The clocks of the law; see [`super::clocks`].
         * @enum {string}
         */
        DeadlineKind: "emergency_12h" | "plan_5wd" | "decision_7wd" | "separation_15d" | "review";
        Delegation: {
            id: components["schemas"]["Id"];
            /** @description Whose place is taken. */
            from_user: components["schemas"]["UserRef"];
            /** @description Who signs. */
            to_user: components["schemas"]["UserRef"];
            /** Format: date */
            starts_on: string;
            /**
             * Format: date
             * @description The last day, included.
             */
            ends_on: string;
            reason: string;
            status: components["schemas"]["DelegationStatus"];
            revoked_at?: components["schemas"]["Instant"] | null;
            created_by: components["schemas"]["UserRef"];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description Where a delegation stands today.
         * @enum {string}
         */
        DelegationStatus: "planned" | "active" | "ended" | "revoked";
        /** @enum {string} */
        DeliveryStatus: "pending" | "delivered" | "failed";
        DemoAccount: {
            username: string;
            role: components["schemas"]["Role"];
            full_name: string;
        };
        /** @description A ward of this installation that a case may be handed over to. */
        Destination: {
            id: components["schemas"]["Id"];
            name: string;
        };
        /** @description One thing that a corrected document says differently. */
        Difference: {
            /**
             * @description Names it when it is accepted.
             * @example task:V.1/2
             */
            key: string;
            kind: components["schemas"]["DifferenceKind"];
            change: components["schemas"]["DifferenceChange"];
            /** @description What it is about, for people. */
            label: string;
            before?: string | null;
            after?: string | null;
        };
        /** @enum {string} */
        DifferenceChange: "added" | "changed" | "removed";
        /** @enum {string} */
        DifferenceKind: "plan_field" | "section" | "task";
        /**
         * @description As on the certificate of disability (Law on Persons with Disabilities 51/2010, art. 3).
         * @enum {string}
         */
        DisabilityDegree: "mild" | "severe" | "extremely_severe";
        /** @description Two rows that somebody found to be two children. */
        Distinction: {
            first_id: components["schemas"]["Id"];
            second_id: components["schemas"]["Id"];
            reason?: string;
        };
        Distinguished: {
            first_id: components["schemas"]["Id"];
            second_id: components["schemas"]["Id"];
        };
        /** @description Two rows that may be one child. */
        DuplicatePair: {
            likeness: components["schemas"]["Likeness"];
            first: components["schemas"]["Child"];
            second: components["schemas"]["Child"];
        };
        Entry: {
            /**
             * Format: int64
             * @description Its number in the log.
             */
            id: number;
            at: components["schemas"]["Instant"];
            actor?: components["schemas"]["UserRef"] | null;
            acting_for?: components["schemas"]["UserRef"] | null;
            /** @example tasks.submit */
            action: string;
            /** @example tasks */
            resource: string;
            row_id?: components["schemas"]["Id"] | null;
            /** @description Each changed field as `[before, after]`; empty where the reader may not see the contents. */
            changes: {
                [key: string]: unknown[];
            };
            outcome: components["schemas"]["Outcome"];
            /** @description The id of the request, as it stands in the server's log. */
            request_id: string;
        };
        /**
         * @description What an entry tells.
         * @enum {string}
         */
        EntryKind: "opened" | "joined" | "step" | "note" | "measure" | "separation" | "referral" | "police" | "file" | "people" | "glass";
        /**
         * @description Whom an obstacle was passed up to.
         * @enum {string}
         */
        EscalationLevel: "leader" | "superior";
        /** @description An event as its reader sees it. */
        Event: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            series_id?: components["schemas"]["Id"] | null;
            title: string;
            kind: components["schemas"]["EventKind"];
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            place: string;
            point?: components["schemas"]["MapPoint"] | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            lead_unit_id: components["schemas"]["Id"];
            lead_unit?: components["schemas"]["UnitRef"] | null;
            joining_unit_ids: components["schemas"]["Id"][];
            joining_units: components["schemas"]["UnitRef"][];
            section_id?: components["schemas"]["Id"] | null;
            task_id?: components["schemas"]["Id"] | null;
            task?: components["schemas"]["TaskRef"] | null;
            status: components["schemas"]["EventStatus"];
            /** @description Why it was returned or cancelled, or what changed since its approval. */
            status_reason: string;
            details: components["schemas"]["EventDetails"];
            conditions: components["schemas"]["EventConditions"];
            /** Format: int32 */
            expected_children: number;
            /** Format: int32 */
            expected_adults: number;
            /** Format: int32 */
            actual_children?: number | null;
            /** Format: int32 */
            actual_adults?: number | null;
            budget: components["schemas"]["BudgetLine"][];
            outcome: components["schemas"]["EventOutcome"];
            /** @description Stands in the public programme once it is approved. */
            is_public: boolean;
            safety_plan_required: boolean;
            safety_reasons: components["schemas"]["SafetyReason"][];
            safety_plan?: components["schemas"]["SafetyPlanRef"] | null;
            approved_by?: components["schemas"]["UserRef"] | null;
            approved_at?: components["schemas"]["Instant"] | null;
            created_by?: components["schemas"]["UserRef"] | null;
            allowed_actions: components["schemas"]["EventAction"][];
            attachments: components["schemas"]["Attachment"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the reader of an event may do with it now.
         * @enum {string}
         */
        EndedSessions: {
            ended: number;
        };
        EventAction: "edit" | "propose" | "approve" | "return" | "hold" | "report" | "cancel";
        /** @description Adults for the registered children, by their ages and by water. */
        EventAdults: {
            /** Format: int64 */
            needed: number;
            /** Format: int64 */
            helpers: number;
            /** Format: int64 */
            expected: number;
            /**
             * Format: int64
             * @description Still to be found.
             */
            missing: number;
        };
        /** @description The check-in of an event, by name. */
        EventAttendance: {
            event_id: components["schemas"]["Id"];
            title: string;
            place: string;
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            status: components["schemas"]["EventStatus"];
            /** Format: int32 */
            expected_children: number;
            may_mark: boolean;
            sees_names: boolean;
            counts: components["schemas"]["EventPeopleCount"];
            /** Format: int64 */
            over_by: number;
            items: components["schemas"]["EventAttendanceLine"][];
        };
        /** @description A line of the check-in. */
        EventAttendanceLine: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** @description Whom to call. */
            phone?: string | null;
            medical_warning: string;
            can_swim?: boolean | null;
            /** @description What the child's card says. */
            code: string;
            consent: components["schemas"]["EventConsent"];
            ask: components["schemas"]["ToAsk"][];
            state?: components["schemas"]["MarkKind"] | null;
            note: string;
            marked_at?: components["schemas"]["Instant"] | null;
            marked_by?: string | null;
            /** @description Came without being registered. */
            walk_in: boolean;
        };
        /** @description A card for a child to wear; the code means nothing outside of this event. */
        EventCard: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** @example K7MQ-2XPA */
            code: string;
        };
        /**
         * @description A merge patch. After approval, what makes an event bigger, moves it or makes it more dangerous takes the approval
         *     back.
         */
        EventChanges: {
            title?: string;
            kind?: components["schemas"]["EventKind"];
            starts_at?: components["schemas"]["Instant"];
            ends_at?: components["schemas"]["Instant"];
            place?: string;
            point?: components["schemas"]["MapPoint"] | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            lead_unit_id?: components["schemas"]["Id"];
            joining_unit_ids?: components["schemas"]["Id"][] | null;
            section_id?: components["schemas"]["Id"] | null;
            task_id?: components["schemas"]["Id"] | null;
            details?: components["schemas"]["EventDetails"] | null;
            conditions?: components["schemas"]["EventConditions"] | null;
            /** Format: int32 */
            expected_children?: number;
            /** Format: int32 */
            expected_adults?: number;
            budget?: components["schemas"]["BudgetLine"][] | null;
            is_public?: boolean;
        };
        /** @description What planning must know. */
        EventCheck: {
            conflicts: components["schemas"]["EventConflict"][];
            safety_plan_required: boolean;
            safety_reasons: components["schemas"]["SafetyReason"][];
            /** @description On a day off or a weekend. */
            on_day_off: boolean;
        };
        /** @description What makes an event dangerous by itself; night is seen from its hours. */
        EventConditions: {
            /**
             * @description In, on or beside water.
             * @default false
             */
            near_water: boolean;
            /**
             * @description On a road or pavement, or a march along one.
             * @default false
             */
            on_road: boolean;
            /**
             * @description Campfire, cooking, fireworks, stage effects.
             * @default false
             */
            with_fire: boolean;
            /** @default false */
            outdoors: boolean;
        };
        EventConflict: {
            kind: components["schemas"]["ConflictKind"];
            event: components["schemas"]["EventRef"];
            unit?: components["schemas"]["UnitRef"] | null;
            /** @description Whoever is in charge of both. */
            person: string;
        };
        /**
         * @description Whether a child may take part, by what was said.
         * @enum {string}
         */
        EventConsent: "agreed" | "declined" | "missing";
        EventCount: {
            status: components["schemas"]["EventStatus"];
            /** Format: int64 */
            count: number;
        };
        /** @description What must be made known before (Circular 27/2022, art. 4), and what only its reader needs. */
        EventDetails: {
            /**
             * @description Mục đích, yêu cầu.
             * @default
             */
            purpose: string;
            /** @default [] */
            programme: components["schemas"]["ProgrammeLine"][];
            /**
             * @description Đối tượng.
             * @default
             * @example Trẻ em từ 6 đến 15 tuổi của phường
             */
            audience: string;
            /**
             * @description Hình thức tổ chức.
             * @default
             */
            form: string;
            /** @default [] */
            staff: components["schemas"]["EventPerson"][];
            /**
             * @description What families pay or bring.
             * @default
             */
            contribution: string;
            /** @default  */
            note: string;
            /**
             * Format: int32
             * @description Children who can take part; without it registration is not limited.
             * @default null
             */
            capacity: number | null;
        };
        /** @description An event as it is being planned: what stands in its way? */
        EventDraft: {
            id?: components["schemas"]["Id"] | null;
            kind: components["schemas"]["EventKind"];
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            place?: string;
            neighborhood_id?: components["schemas"]["Id"] | null;
            lead_unit_id?: components["schemas"]["Id"] | null;
            joining_unit_ids?: components["schemas"]["Id"][];
            /** @description Names of those in charge. */
            staff?: string[];
            conditions?: components["schemas"]["EventConditions"];
            /** Format: int32 */
            expected_children?: number;
            /** Format: int32 */
            expected_adults?: number;
        };
        EventDuty: {
            helper_id: components["schemas"]["Id"];
            /** @example Điểm danh cổng chính */
            duty?: string;
        };
        /** @description What is given to the helper, once. The link is `/diem-danh-ho#token`: what follows `#` is sent to no server. */
        EventGrant: {
            id: components["schemas"]["Id"];
            token: string;
            until: components["schemas"]["Instant"];
        };
        /** @description A grant as those who organise see it. */
        EventGrantRef: {
            id: components["schemas"]["Id"];
            until: components["schemas"]["Instant"];
            /** Format: int32 */
            uses: number;
            last_used_at?: components["schemas"]["Instant"] | null;
        };
        /** @description How many came. */
        EventHeld: {
            /** Format: int32 */
            actual_children: number;
            /** Format: int32 */
            actual_adults: number;
        };
        /** @description Somebody who helps at events. */
        EventHelper: {
            id: components["schemas"]["Id"];
            unit_id: components["schemas"]["Id"];
            unit?: components["schemas"]["UnitRef"] | null;
            full_name: string;
            phone?: string | null;
            /** @example Cứu hộ, sơ cấp cứu */
            skills: string;
            /**
             * Format: date
             * @description When the police or the unit looked into who they are.
             */
            vetted_on?: string | null;
            /** Format: date */
            vetting_expires_on?: string | null;
            /** @description Today. */
            vetting: components["schemas"]["Vetting"];
            note: string;
            archived: boolean;
            may_change: boolean;
            /** Format: int32 */
            version: number;
        };
        EventHelperChanges: {
            full_name?: string;
            phone?: string | null;
            skills?: string;
            /** Format: date */
            vetted_on?: string | null;
            /** Format: date */
            vetting_expires_on?: string | null;
            note?: string;
            archived?: boolean;
        };
        /** @enum {string} */
        EventKind: "launch" | "festival" | "camp" | "swimming_class" | "forum" | "skills_class" | "gift_visit" | "health_check" | "sport" | "excursion" | "family_day" | "communication" | "meeting" | "other";
        EventMark: {
            /** @description Of the list, or of somebody within the scope who just came along. */
            child_id: components["schemas"]["Id"];
            kind: components["schemas"]["MarkKind"];
            note?: string;
            marked_at?: components["schemas"]["Instant"] | null;
        };
        /** @description What became of one mark, and the mark that stands now. */
        EventMarked: {
            child_id: components["schemas"]["Id"];
            kind: components["schemas"]["MarkKind"];
            result: components["schemas"]["MarkOutcome"];
            /** @description Who must be asked before the child may come in. */
            ask: components["schemas"]["ToAsk"][];
            state?: components["schemas"]["MarkKind"] | null;
            marked_at?: components["schemas"]["Instant"] | null;
            /** @description Whoever made the mark that stands. */
            marked_by?: string | null;
        };
        /** @description Marks as a phone kept them while the network was away. */
        EventMarks: {
            marks: components["schemas"]["EventMark"][];
        };
        EventMarksTaken: {
            event_id: components["schemas"]["Id"];
            counts: components["schemas"]["EventPeopleCount"];
            /**
             * Format: int64
             * @description Children who are here beyond the number that was approved; the lead unit and the police were told.
             */
            over_by: number;
            marks: components["schemas"]["EventMarked"][];
        };
        /** @description How many opinions were written down. */
        EventOpinionsRecorded: {
            event_id: components["schemas"]["Id"];
            /** Format: int64 */
            recorded: number;
        };
        /** @description How it went, after it was held. */
        EventOutcome: {
            /** @default  */
            summary: string;
            /**
             * @description Tồn tại, hạn chế.
             * @default
             */
            shortcomings: string;
            /**
             * @description Đề xuất, kiến nghị.
             * @default
             */
            proposals: string;
        };
        EventOverview: {
            /**
             * Format: int64
             * @description In the period, but for the cancelled ones; so are the numbers by state.
             */
            total: number;
            by_status: components["schemas"]["EventCount"][];
            /**
             * Format: int64
             * @description From this Monday to Sunday.
             */
            this_week: number;
            /** Format: date */
            week_from: string;
            /** Format: date */
            week_to: string;
            /**
             * Format: int64
             * @description Proposed, whenever they are held.
             */
            waiting: number;
            /**
             * Format: int64
             * @description Still to come, must have a safety plan, and have none that is approved.
             */
            without_safety_plan: number;
            /**
             * Format: int64
             * @description Children expected, registered, marked as present, and reported afterwards, in the period.
             */
            children_expected: number;
            /** Format: int64 */
            children_registered: number;
            /** Format: int64 */
            children_marked: number;
            /** Format: int64 */
            children_reported: number;
            money: components["schemas"]["MoneyTally"][];
            places: components["schemas"]["EventPlace"][];
        };
        /** @description The event's children in numbers: what everybody may see who sees the event. */
        EventPeopleCount: {
            /** Format: int64 */
            registered: number;
            /** Format: int64 */
            waiting: number;
            /** Format: int64 */
            cancelled: number;
            /**
             * Format: int64
             * @description Registered, and somebody must still be asked.
             */
            consent_missing: number;
            /**
             * Format: int64
             * @description Registered, and parents or child said no.
             */
            declined: number;
            /**
             * Format: int64
             * @description Checked in, whether or not they left since.
             */
            came: number;
            /** Format: int64 */
            here: number;
            /** Format: int64 */
            left: number;
        };
        /** @description Somebody in charge. */
        EventPerson: {
            name: string;
            /** @example 0912345678 */
            phone?: string | null;
            /** @example Phụ trách chung */
            duty?: string;
        };
        /** @description An event with a point on the map. */
        EventPlace: {
            id: components["schemas"]["Id"];
            title: string;
            place: string;
            starts_at: components["schemas"]["Instant"];
            point: components["schemas"]["MapPoint"];
        };
        /** @description A step that must say why. */
        EventReason: {
            reason: string;
            /** @description The later sessions of the series, too. */
            following?: boolean;
        };
        /** @description An event as other rows show it. */
        EventRef: {
            id: components["schemas"]["Id"];
            title: string;
            starts_at: components["schemas"]["Instant"];
            status: components["schemas"]["EventStatus"];
        };
        /** @description What became of a registration. */
        EventRegistered: {
            event_id: components["schemas"]["Id"];
            /** Format: int64 */
            registered: number;
            /**
             * Format: int64
             * @description Put on the waiting list.
             */
            waiting: number;
            /**
             * Format: int64
             * @description Were registered or waiting before.
             */
            already: number;
        };
        /** @description A registered child as an activity needs to know them. */
        EventRegistration: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** @description Whom to call. */
            phone?: string | null;
            medical_warning: string;
            can_swim?: boolean | null;
            status: components["schemas"]["RegistrationStatus"];
            /**
             * Format: int64
             * @description In the row of those who wait, from 1.
             */
            queue?: number | null;
            consent: components["schemas"]["EventConsent"];
            ask: components["schemas"]["ToAsk"][];
            /** @description Seven or older on the day of the event. */
            must_be_asked: boolean;
            parents?: components["schemas"]["SummerConsent"] | null;
            child?: components["schemas"]["SummerConsent"] | null;
            opinion_note: string;
            unit?: components["schemas"]["UnitRef"] | null;
            registered_at: components["schemas"]["Instant"];
            cancelled_by?: components["schemas"]["WithdrawnBy"] | null;
            cancel_reason: string;
        };
        /** @description Who takes part, by name as far as the reader's right goes. */
        EventRegistrations: {
            event_id: components["schemas"]["Id"];
            counts: components["schemas"]["EventPeopleCount"];
            /**
             * Format: int32
             * @description Children who can take part; without it nobody waits.
             */
            capacity?: number | null;
            /**
             * Format: int32
             * @description What the event is approved for, or proposed.
             */
            expected_children: number;
            adults: components["schemas"]["EventAdults"];
            /** @description The event takes registrations still. */
            open: boolean;
            /** @description It does, and the reader may register. */
            may_register: boolean;
            /** @description The reader organises the event: helpers, grants, every child. */
            may_manage: boolean;
            /** @description Names are shown: of all children, or of those within the reader's scope. */
            sees_names: boolean;
            items: components["schemas"]["EventRegistration"][];
        };
        /** @description More sessions of the same event, at the same hour. */
        EventRepeat: {
            every: components["schemas"]["RepeatEvery"];
            /** @description For `week`: 1 Monday … 7 Sunday; the first session's own day when empty. */
            weekdays?: number[];
            /**
             * Format: date
             * @description The last day that may have a session.
             */
            until: string;
        };
        /** @description The event's report. */
        EventReport: {
            outcome: components["schemas"]["EventOutcome"];
            /** @description What was spent, by source. */
            budget?: components["schemas"]["BudgetLine"][];
            attachment_ids?: components["schemas"]["Id"][];
        };
        /**
         * @description `draft → proposed → approved → held → reported`; before it is held `→ cancelled`.
         * @enum {string}
         */
        EventStatus: "draft" | "proposed" | "approved" | "held" | "reported" | "cancelled";
        /** @description A step of an event. */
        EventStep: {
            /** @description The later sessions of the series, too. */
            following?: boolean;
        };
        /** @description The events of one ward in a period, for those who look over several. */
        EventSums: {
            /** Format: int64 */
            total: number;
            /**
             * Format: int64
             * @description Held, reported or not.
             */
            held: number;
            /**
             * Format: int64
             * @description Children who came, as reported.
             */
            children: number;
        };
        /** @description When an event needs a safety plan, and how it is looked after. No law gives figures: they are the ward's. */
        EventTerms: {
            /**
             * Format: int32
             * @description From this many people on.
             * @default 100
             */
            safety_threshold: number;
            /** @default true */
            safety_by_water: boolean;
            /** @default true */
            safety_at_night: boolean;
            /** @default true */
            safety_on_road: boolean;
            /** @default true */
            safety_with_fire: boolean;
            /**
             * Format: int32
             * @description The hour (0–23, Vietnamese time) from which it is night; it ends at five.
             * @default 18
             */
            night_from_hour: number;
            /**
             * Format: int32
             * @description Events at one hour that the ward's officers can look after.
             * @default 3
             */
            at_once: number;
            /**
             * Format: int32
             * @description Days before an event at which its safety plan should be with the police.
             * @default 7
             */
            police_days_before: number;
            /**
             * @description Children whom one adult can look after: under six, under eleven, older, and in or beside water.
             * @default {
             *       "by_water": 4,
             *       "from_11": 15,
             *       "from_6_to_10": 10,
             *       "under_6": 5
             *     }
             */
            children_per_adult: components["schemas"]["ChildrenPerAdult"];
        };
        EventWithdrawal: {
            by: components["schemas"]["WithdrawnBy"];
            /** @example Cháu bận ôn thi */
            reason: string;
        };
        /** @description What became of a withdrawal. */
        EventWithdrawn: {
            event_id: components["schemas"]["Id"];
            child_id: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description Children of the waiting list who have a place now.
             */
            moved_up: number;
        };
        /**
         * @description What becomes of a task that is given to all units of a kind.
         * @enum {string}
         */
        Expand: "one_shared" | "one_each";
        /** @description A number, of how many where that makes sense. */
        Figure: {
            code: components["schemas"]["FigureCode"];
            /** Format: int64 */
            value: number;
            /** Format: int64 */
            of?: number | null;
        };
        /** @enum {string} */
        FigureCode: "tasks_done" | "tasks_late" | "tasks_due_soon" | "tasks_to_review" | "obstacles_open";
        /** @description A file as a form sends it. */
        FileForm: {
            /** Format: binary */
            file: string;
        };
        /**
         * @description The parts of the file for the chairperson.
         * @enum {string}
         */
        FilePart: "initial_assessment" | "detailed_assessment" | "meeting" | "plan";
        /**
         * @description How far it is, for whoever sent it; no more than that.
         * @enum {string}
         */
        FollowUpStatus: "received" | "in_progress" | "done";
        /** @description Completes a form with this content, or the draft where none is given. */
        FormCompletion: {
            content?: components["schemas"]["FormContent"] | null;
        };
        /** @description All forms in one shape of which each uses its own members; [`super::forms_rules`] says which, and which are needed. */
        FormContent: {
            /**
             * @description The catalogue that the items are of.
             * @default
             */
            catalogue: string;
            /**
             * Format: date
             * @description The day of the assessment or review.
             * @default null
             */
            on: string | null;
            /** @default [] */
            items: components["schemas"]["JudgedItem"][];
            /** @default  */
            conclusion: string;
            /** @default [] */
            needs: components["schemas"]["Need"][];
            /** @default null */
            danger_level: components["schemas"]["DangerLevel"] | null;
            /**
             * @description Whether an emergency measure is needed (art. 26.3).
             * @default null
             */
            is_emergency: boolean | null;
            /** @default  */
            physical: string;
            /** @default  */
            psychological: string;
            /** @default  */
            emotional: string;
            /** @default  */
            family: string;
            /** @default  */
            relations: string;
            /** @default  */
            protective_capacity: string;
            /** @default  */
            care_environment: string;
            /** @default  */
            offender: string;
            /** @default  */
            child_wishes: string;
            /** @default  */
            parents_wishes: string;
            /** @default null */
            held_at: components["schemas"]["Instant"] | null;
            /** @default  */
            place: string;
            /** @default  */
            chair: string;
            /** @default  */
            secretary: string;
            /** @default [] */
            participants: components["schemas"]["Participant"][];
            /** @default  */
            opinions: string;
            /** @default  */
            goals: string;
            /** @default [] */
            activities: components["schemas"]["Activity"][];
            /**
             * Format: date
             * @default null
             */
            review_on: string | null;
            /**
             * @default
             * @example Số 12/QĐ-UBND
             */
            number: string;
            /** @default  */
            implementers: string;
            /** @default  */
            child_state: string;
            /** @default  */
            environment: string;
            /** @default null */
            outcome: components["schemas"]["ReviewOutcome"] | null;
        };
        /** @enum {string} */
        FormKind: "initial_assessment" | "detailed_assessment" | "needs_meeting" | "support_plan" | "decision" | "review";
        /** @description One time that somebody broke the glass, for the leader's review. */
        GlassBreak: {
            id: components["schemas"]["Id"];
            case_id: components["schemas"]["Id"];
            code: string;
            by?: components["schemas"]["UserRef"] | null;
            reason: string;
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            reviewed_by?: components["schemas"]["UserRef"] | null;
            reviewed_at?: components["schemas"]["Instant"] | null;
            review: string;
        };
        GlassBreaking: {
            reason: string;
        };
        GlassOpening: {
            id: components["schemas"]["Id"];
            case_id: components["schemas"]["Id"];
            /** @example HS-2024-0003 */
            code: string;
            until: components["schemas"]["Instant"];
        };
        /** @description A headcount of a helper without an account. */
        GrantHeadcount: {
            token: string;
            count: components["schemas"]["NewHeadcount"];
        };
        /** @description Marks of a helper without an account. */
        GrantMarks: {
            token: string;
            marks: components["schemas"]["EventMark"][];
        };
        GrantToken: {
            token: string;
        };
        /** @description What a grant shows. */
        GrantedEvent: {
            ward_name: string;
            helper_name: string;
            duty: string;
            until: components["schemas"]["Instant"];
            attendance: components["schemas"]["EventAttendance"];
        };
        /** @enum {string} */
        GroupKind: "circumstance" | "risk";
        /** @description A parent or whoever cares for the child. */
        Guardian: {
            relation: components["schemas"]["Relation"];
            /**
             * @description Left out where the reader only needs to call.
             * @example Nguyễn Văn Bảy
             */
            full_name?: string;
            /** @example 0912345678 */
            phone?: string | null;
            occupation?: string;
        };
        /** @description A handover in a list. */
        Handover: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            /** Format: int32 */
            year: number;
            school_id: components["schemas"]["Id"];
            school?: components["schemas"]["UnitRef"] | null;
            neighborhood_id: components["schemas"]["Id"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            status: components["schemas"]["HandoverStatus"];
            /** Format: int64 */
            children_count: number;
            /** Format: int64 */
            girls_count: number;
            /** Format: int64 */
            rated_count: number;
            /**
             * Format: int64
             * @description Of the list itself: all kinds but `in_no_list`.
             */
            differences_count: number;
            /**
             * Format: int32
             * @description The number of the minutes, given by the ward's clerk.
             */
            number?: number | null;
            /** @example Nhà văn hóa khu phố 3 */
            venue: string;
            /** Format: date */
            meets_on?: string | null;
            /** @example 07:30 */
            begins_at?: string | null;
            ends_at?: string | null;
            school_representatives: components["schemas"]["SummerPerson"][];
            receiving_representatives: components["schemas"]["SummerPerson"][];
            parents: components["schemas"]["SummerPerson"][];
            documents: string[];
            /** Format: int32 */
            copies: number;
            /** @description The meeting at which the children are returned; where the first one was, when empty. */
            return_venue: string;
            /** Format: date */
            returns_on?: string | null;
            /** @example 07:30 */
            return_begins_at?: string | null;
            return_ends_at?: string | null;
            assessment: string[];
            /** Format: date */
            summer_from?: string | null;
            /** Format: date */
            summer_to?: string | null;
            handed_over?: components["schemas"]["HandoverSignature"] | null;
            received?: components["schemas"]["HandoverSignature"] | null;
            returned?: components["schemas"]["HandoverSignature"] | null;
            /** @description Why it was opened again, the last time. */
            reopen_reason: string;
            allowed_actions: components["schemas"]["HandoverAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        HandoverAction: "edit" | "edit_children" | "hand_over" | "reopen" | "receive" | "rate" | "return";
        HandoverAddition: {
            child_ids: components["schemas"]["Id"][];
        };
        HandoverChanges: {
            /** Format: int32 */
            number?: number | null;
            venue?: string | null;
            /** Format: date */
            meets_on?: string | null;
            begins_at?: string | null;
            ends_at?: string | null;
            /** @description The school's own to name. */
            school_representatives?: components["schemas"]["SummerPerson"][] | null;
            receiving_representatives?: components["schemas"]["SummerPerson"][] | null;
            parents?: components["schemas"]["SummerPerson"][] | null;
            documents?: string[] | null;
            /** Format: int32 */
            copies?: number | null;
            return_venue?: string | null;
            /** Format: date */
            returns_on?: string | null;
            return_begins_at?: string | null;
            return_ends_at?: string | null;
            assessment?: string[] | null;
            /** Format: date */
            summer_from?: string | null;
            /** Format: date */
            summer_to?: string | null;
        };
        /** @description A child in a handover: what whoever leads the summer must know, nothing of circumstances or numbers of identity. */
        HandoverChild: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: date */
            date_of_birth: string;
            birth_year_only: boolean;
            sex: components["schemas"]["Sex"];
            /** @example 4A */
            grade: string;
            school?: components["schemas"]["UnitRef"] | null;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            guardian?: components["schemas"]["SummerContact"] | null;
            can_swim?: boolean | null;
            medical_warning: string;
            membership: components["schemas"]["SummerMembership"];
            /** @description The school's own words to whoever takes the child over. */
            note: string;
            /** @description Học lực. */
            academic: string;
            /** @description Hạnh kiểm. */
            conduct: string;
            talents: string;
            teacher: string;
            /**
             * Format: int64
             * @description Sessions the child came to.
             */
            sessions_came: number;
            /**
             * Format: int64
             * @description Sessions held for the child, without those it was excused from.
             */
            sessions_held: number;
            proposed_rating?: components["schemas"]["SummerRating"] | null;
            rating?: components["schemas"]["SummerRating"] | null;
            remarks: string;
            commended: boolean;
            /** Format: int32 */
            version: number;
        };
        /** @description What the school says of a child while the list is prepared; what the locality says once it was received. */
        HandoverChildChanges: {
            membership?: components["schemas"]["SummerMembership"] | null;
            note?: string | null;
            academic?: string | null;
            conduct?: string | null;
            talents?: string | null;
            teacher?: string | null;
            rating?: components["schemas"]["SummerRating"] | null;
            remarks?: string | null;
            commended?: boolean | null;
        };
        /** @description A handover with its children and what does not fit. */
        HandoverDetail: components["schemas"]["Handover"] & {
            children: components["schemas"]["HandoverChild"][];
            differences: components["schemas"]["HandoverDifference"][];
        };
        /** @description A child who does not fit, and why. */
        HandoverDifference: {
            kind: components["schemas"]["HandoverDifferenceKind"];
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            school?: components["schemas"]["UnitRef"] | null;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            other_handover_id?: components["schemas"]["Id"] | null;
        };
        /**
         * @description What does not fit in a handover.
         * @enum {string}
         */
        HandoverDifferenceKind: "in_no_list" | "in_two_lists" | "twice_in_list" | "lives_elsewhere" | "left_school";
        HandoverListCounts: {
            /** Format: int64 */
            found: number;
            /** Format: int64 */
            listed: number;
            /** Format: int64 */
            misfit: number;
            /** Format: int64 */
            unsure: number;
            /** Format: int64 */
            unknown: number;
            /** Format: int64 */
            twice: number;
            /** Format: int64 */
            wrong: number;
        };
        /** @description The file with what it is for. */
        HandoverListForm: {
            /**
             * Format: binary
             * @description `.xlsx`, `.xls`, `.ods`, `.csv`; told by content.
             */
            file: string;
            year: string;
            /** @description A school leaves it out: it speaks for itself. */
            school_id?: string | null;
            /** @description JSON: sheet → column (from 0) → field; what the first answer proposed, corrected. */
            mapping?: string | null;
            /** @description `true`: turn TCVN3 or VNI text into Unicode. */
            convert_legacy?: string | null;
            /**
             * @description JSON: a list of [`HandoverListChoice`], for rows in the states `unsure` and `unknown`; without a word they are
             *     left out. Only where the lists are made.
             */
            decisions?: string | null;
        };
        /** @description A school's list, read and compared. Nothing is kept of it: the file is sent again to make the lists. */
        HandoverListPreview: {
            /** Format: int32 */
            year: number;
            sheets: components["schemas"]["ImportSheet"][];
            /** @description Sheet → column (from 0) → what stands in it; corrected, it is what `mapping` takes. */
            mapping: {
                [key: string]: {
                    [key: string]: components["schemas"]["ChildField"];
                };
            };
            legacy?: components["schemas"]["Legacy"] | null;
            counts: components["schemas"]["HandoverListCounts"];
            rows: components["schemas"]["HandoverListRow"][];
        };
        /** @description Somebody of the registry whom a row may be about. */
        HandoverListPupil: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: date */
            date_of_birth: string;
            birth_year_only: boolean;
            grade: string;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** @description Whom to call, for telling two of one name apart. */
            guardian?: string | null;
        };
        HandoverListRow: {
            sheet: string;
            /**
             * Format: int32
             * @description As Excel numbers it.
             */
            row: number;
            state: components["schemas"]["ListRowState"];
            full_name: string;
            /** Format: date */
            date_of_birth: string;
            birth_year_only: boolean;
            grade: string;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            guardian?: string | null;
            /** @description The registry's child, for `found`, `listed` and `misfit`; all who may be it, for `unsure`. */
            alike: components["schemas"]["HandoverListPupil"][];
            /** Format: int32 */
            same_as_row?: number | null;
            errors: components["schemas"]["RowError"][];
        };
        /** @description What became of the list. */
        HandoverListTaken: components["schemas"]["HandoversMade"] & {
            /**
             * Format: int64
             * @description Children who are on the ward's list only since now.
             */
            children_made: number;
            /**
             * Format: int64
             * @description Rows that went on no list.
             */
            left_out: number;
        };
        HandoverReopening: {
            reason: string;
        };
        HandoverResult: {
            child_id: components["schemas"]["Id"];
            rating?: components["schemas"]["SummerRating"] | null;
            remarks?: string;
            commended?: boolean;
        };
        /** @description Each child's rating; those that were written before may be left out. */
        HandoverReturn: {
            position?: string | null;
            children?: components["schemas"]["HandoverResult"][];
        };
        /** @description Who signed in the app, when and as what. */
        HandoverSignature: {
            by?: components["schemas"]["UserRef"] | null;
            at: components["schemas"]["Instant"];
            /** @example Hiệu trưởng */
            position: string;
        };
        /** @description An act of will: signing in the app. */
        HandoverSigning: {
            /**
             * @description As what; the signer's own position when left out.
             * @example Hiệu trưởng
             */
            position?: string | null;
        };
        /**
         * @description `prepared → handed_over → received → returned`; `handed_over → prepared` by reopening.
         * @enum {string}
         */
        HandoverStatus: "prepared" | "handed_over" | "received" | "returned";
        /** @description The lists in one state, and the children in them. */
        HandoverTally: {
            status: components["schemas"]["HandoverStatus"];
            /** Format: int64 */
            lists: number;
            /** Format: int64 */
            children: number;
        };
        /**
         * @description What was made. Called again, it adds who is new: to the prepared handover, or to another one where the first is
         *     signed already.
         */
        HandoversMade: {
            items: components["schemas"]["Handover"][];
            /** Format: int64 */
            made: number;
            /** Format: int64 */
            children_added: number;
            /**
             * Format: int64
             * @description Pupils of whom no neighborhood of the ward is known.
             */
            without_neighborhood: number;
        };
        /** @description Heads that somebody counted, beside what the register said at that moment. */
        Headcount: {
            id: components["schemas"]["Id"];
            /** Format: int32 */
            counted: number;
            /** Format: int32 */
            expected: number;
            /**
             * Format: int32
             * @description Counted less expected: below zero, children are missing.
             */
            difference: number;
            note: string;
            counted_by?: string | null;
            counted_at: components["schemas"]["Instant"];
        };
        /** @description A helper's part in one event. */
        HelperOfEvent: {
            helper_id: components["schemas"]["Id"];
            full_name: string;
            phone?: string | null;
            unit?: components["schemas"]["UnitRef"] | null;
            skills: string;
            duty: string;
            /** @description On the day of the event. */
            vetting: components["schemas"]["Vetting"];
            /** Format: date */
            vetting_expires_on?: string | null;
            grant?: components["schemas"]["EventGrantRef"] | null;
        };
        /** @description One event in the life of a unit. */
        HistoryEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            what: components["schemas"]["HistoryKind"];
            old_name?: string | null;
            /** @description For `merged`: the name of the unit that took over. */
            new_name?: string | null;
            /** Format: date */
            effective_on: string;
            note: string;
            by?: components["schemas"]["UserRef"] | null;
        };
        /**
         * @description What happened to a unit.
         * @enum {string}
         */
        HistoryKind: "created" | "renamed" | "recoded" | "merged" | "closed";
        /** @description A day off, or a Saturday or Sunday worked instead. */
        Holiday: {
            id: components["schemas"]["Id"];
            ward_id?: components["schemas"]["Id"] | null;
            /** Format: date */
            day: string;
            /** @example Tết Nguyên đán */
            name: string;
            /** @description True for a day that is worked to make up for another. */
            is_workday: boolean;
        };
        Hotline: {
            /** @example Đường dây nóng của phường */
            label: string;
            /** @example 0237000111 */
            phone: string;
            /**
             * @description When somebody answers; empty for always.
             * @example 7 giờ – 21 giờ hằng ngày
             */
            hours?: string;
        };
        /** Format: uuid */
        Id: string;
        /** @description An import as its reader sees it. */
        Import: {
            id: components["schemas"]["Id"];
            file_name: string;
            status: components["schemas"]["ImportStatus"];
            created_by?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            sheets: components["schemas"]["ImportSheet"][];
            /** @description Sheet → column (from 0) → what stands in it; corrected, it is what `mapping` takes. */
            mapping: {
                [key: string]: {
                    [key: string]: components["schemas"]["ChildField"];
                };
            };
            counts: components["schemas"]["ImportCounts"];
            /** @description The first 200; all of them at `/children/import/{id}/rows`. */
            rows: components["schemas"]["ImportRow"][];
            /** @description The wrong rows as an Excel file to mend and read again. */
            rejected_url?: string | null;
            legacy?: components["schemas"]["Legacy"] | null;
            committed_at?: components["schemas"]["Instant"] | null;
            undone_at?: components["schemas"]["Instant"] | null;
            undo_until?: components["schemas"]["Instant"] | null;
            /** @description What an undo left as it is. */
            kept: components["schemas"]["KeptBack"][];
            /** Format: int32 */
            version: number;
        };
        ImportCommit: {
            mode: components["schemas"]["CommitMode"];
            /** @description For rows in the state `duplicate`; without a word they are left out. */
            decisions?: components["schemas"]["RowChoice"][];
        };
        /** @description How many rows there are of each state. */
        ImportCounts: {
            /** Format: int64 */
            new: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            duplicate: number;
            /** Format: int64 */
            wrong: number;
            /** Format: int64 */
            left_out?: number;
        };
        /** @description A row as its reader sees it. */
        ImportRow: {
            /**
             * Format: int32
             * @description Its place among the rows that were read, from 0: its address.
             */
            position: number;
            sheet: string;
            /**
             * Format: int32
             * @description As Excel numbers it.
             */
            row: number;
            state: components["schemas"]["RowState"];
            /** @description What would be written down. */
            child: Record<string, never>;
            /**
             * @example [
             *       "HC04"
             *     ]
             */
            groups: string[];
            matched_child_id?: components["schemas"]["Id"] | null;
            likeness?: components["schemas"]["Likeness"] | null;
            /**
             * Format: int32
             * @description The row of the file in which the same child stands already.
             */
            same_as_row?: number | null;
            changes: string[];
            errors: components["schemas"]["RowError"][];
            /** @description Of a row with errors: column (from 0) → what stands in it, to be corrected. */
            cells: {
                [key: string]: string;
            };
        };
        /** @description A row after its change. */
        ImportRowChanged: {
            row: components["schemas"]["ImportRow"];
            /** @description Other rows whose fate changed with it: the same child stands in them too. */
            others: components["schemas"]["ImportRow"][];
            counts: components["schemas"]["ImportCounts"];
            /**
             * Format: int32
             * @description Of the import.
             */
            version: number;
        };
        /** @description What is changed of one row of a preview; the rest of it stays. */
        ImportRowChanges: {
            /** @description Column (from 0) → what shall stand in it; empty text empties the cell. */
            cells?: {
                [key: string]: string;
            };
            /** @description The neighborhood of a row whose list has no column for it. */
            neighborhood?: string | null;
            /** @description Leaves the row out, or takes it back. */
            left_out?: boolean | null;
        };
        /** @description A sheet of the file and how its columns were understood. */
        ImportSheet: {
            name: string;
            hidden: boolean;
            signature: string;
            header_rows: number[];
            columns: components["schemas"]["ColumnReading"][];
            neighborhood?: string | null;
            school?: string | null;
            grade?: string | null;
            /** Format: int64 */
            rows: number;
            skipped?: components["schemas"]["SkipReason"] | null;
            skipped_rows: components["schemas"]["SkippedRow"][];
        };
        /**
         * @description `previewed → committed → undone`.
         * @enum {string}
         */
        ImportStatus: "previewed" | "committed" | "undone";
        /** @description An import in the list of imports. */
        ImportSummary: {
            id: components["schemas"]["Id"];
            file_name: string;
            status: components["schemas"]["ImportStatus"];
            created_by?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            counts: components["schemas"]["ImportCounts"];
            committed_at?: components["schemas"]["Instant"] | null;
            undone_at?: components["schemas"]["Instant"] | null;
            undo_until?: components["schemas"]["Instant"] | null;
        };
        Indicator: {
            /** @example children_special */
            code: string;
            block: string;
            /** @example Trẻ em có hoàn cảnh đặc biệt */
            label: string;
            /** @example trẻ */
            measure: string;
            source?: components["schemas"]["IndicatorSource"] | null;
            /** @description Which of them: for each dimension one of these words. */
            where?: {
                [key: string]: string[];
            };
            /** @description What is added up; none: rows are counted. */
            sum?: string | null;
            /** @description The dimensions it is broken down by. */
            by?: string[];
            /** @description The indicator that it can never exceed. */
            part_of?: string | null;
            /** @description A small number of it may name somebody: held back where it leaves the ward. */
            small?: boolean;
            at: components["schemas"]["IndicatorPeriod"];
            /** @description Whose report it belongs to: `ward`, `unit` or a kind of unit. */
            for: string[];
            legal_basis?: string;
            /** @description Khái niệm, phương pháp tính. */
            method?: string;
            /** Format: date */
            valid_from: string;
            /** Format: date */
            valid_to?: string | null;
        };
        /** @description A part of the appendix. */
        IndicatorBlock: {
            /** @example general */
            code: string;
            /** @example Tình hình trẻ em */
            title: string;
        };
        /** @description Everything that a report may count. */
        IndicatorCatalogue: {
            blocks: components["schemas"]["IndicatorBlock"][];
            dimensions: components["schemas"]["IndicatorDimension"][];
            indicators: components["schemas"]["Indicator"][];
        };
        /** @description What indicators are broken down by. */
        IndicatorDimension: {
            /** @example sex */
            code: string;
            /** @example Giới tính */
            title: string;
            /** @description A row has one word of it, so that the parts add up to the whole. */
            single: boolean;
            /** @description Word and label in the order of the form; empty where they are units or groups of children. */
            words: [
                string,
                string
            ][];
        };
        /** @description One number in one line, for programs that read tables. */
        IndicatorLine: {
            ward_id: components["schemas"]["Id"];
            ward_name: string;
            report_id: components["schemas"]["Id"];
            /** Format: int32 */
            revision: number;
            /** Format: int32 */
            year: number;
            kind: components["schemas"]["ReportKind"];
            /** Format: date */
            period_from: string;
            /** Format: date */
            period_to: string;
            /** @example children_total */
            code: string;
            label: string;
            measure: string;
            /**
             * @description The breakdown and its word; empty for the whole.
             * @example sex
             */
            dimension: string;
            key: string;
            /** Format: int64 */
            value?: number | null;
            hidden: boolean;
        };
        /** @description One number of a breakdown. */
        IndicatorPart: {
            /** @example sex */
            dimension: string;
            /** @example female */
            key: string;
            /** @example Nữ */
            label: string;
            /**
             * Format: int64
             * @description Nothing where it is held back.
             */
            value?: number | null;
        };
        /**
         * @description Whether an indicator counts what is so at the end of the period, or what happened in it.
         * @enum {string}
         */
        IndicatorPeriod: "moment" | "period";
        /** @description The rows behind a number, as far as the reader may open them. */
        IndicatorRow: {
            id: components["schemas"]["Id"];
            /** @example tasks */
            resource: string;
            /**
             * @description What it is called; nothing for a row that the reader may not open.
             * @example Treo băng-rôn trên các trục đường chính
             */
            label?: string | null;
            /** Format: int64 */
            amount: number;
            marks: string[];
        };
        /** @description A number and its list: `value` is the sum of the amounts of all rows. */
        IndicatorRows: {
            code: string;
            label: string;
            /**
             * Format: int64
             * @description What the rows add up to.
             */
            value: number;
            rows: number;
            /** @description Rows that are not the reader's to open, counted here without a name. */
            unnamed: number;
            items: components["schemas"]["IndicatorRow"][];
            next_cursor?: string | null;
        };
        /**
         * @description The rows that indicators count. Its own name in the API's document: a child's history has a source too.
         * @enum {string}
         */
        IndicatorSource: "tasks" | "task_parts" | "obstacles" | "children" | "supports" | "supported_children" | "injuries" | "concerns" | "cases" | "events" | "communications" | "handed_over" | "summer_sessions" | "inspections" | "recommendations" | "commendations";
        /** @description What the wards that have sent make together. */
        IndicatorSum: {
            code: string;
            label: string;
            measure: string;
            /**
             * Format: int64
             * @description The sum of what is shown: at least so many.
             */
            value: number;
            /**
             * Format: int64
             * @description Wards whose number is in it.
             */
            wards: number;
            /**
             * Format: int64
             * @description Wards whose number is held back.
             */
            hidden: number;
        };
        /** @description One number of a report with what is known of it. */
        IndicatorValue: {
            /** @example children_special */
            code: string;
            /** @example general */
            block: string;
            /** @example Trẻ em có hoàn cảnh đặc biệt */
            label: string;
            /** @example trẻ */
            measure: string;
            /**
             * Format: int64
             * @description Nothing while nobody has counted it, or where it is held back.
             */
            value?: number | null;
            /**
             * Format: int64
             * @description That of the year before.
             */
            previous?: number | null;
            /**
             * Format: int64
             * @description What the rows say, where somebody wrote down another number.
             */
            computed?: number | null;
            /** @description Why a number was written by hand. */
            note: string;
            is_manual: boolean;
            /** @description A small number of it may name somebody. */
            small: boolean;
            /** @description It is held back: so small that it may name somebody, or that it would give such a number away. */
            hidden?: boolean;
            previous_hidden?: boolean;
            part_of?: string | null;
            source?: components["schemas"]["IndicatorSource"] | null;
            parts: components["schemas"]["IndicatorPart"][];
        };
        /** @description The child, for those who may see it in the registry. */
        InjuredChild: {
            id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
        };
        Injury: {
            id: components["schemas"]["Id"];
            child?: components["schemas"]["InjuredChild"] | null;
            child_id?: components["schemas"]["Id"] | null;
            sex: components["schemas"]["Sex"];
            /**
             * Format: int32
             * @description Full years on the day it happened.
             */
            age: number;
            age_band: components["schemas"]["AgeBand"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            school?: components["schemas"]["UnitRef"] | null;
            /** Format: date */
            happened_on: string;
            /** @example 16:30 */
            time?: string | null;
            kind: components["schemas"]["InjuryKind"];
            place_kind: components["schemas"]["InjuryPlaceKind"];
            place: string;
            outcome: components["schemas"]["InjuryOutcome"];
            /** @description Who looked after the child then. */
            supervision: string;
            /** @description Only where one record is read; that is itself recorded. */
            description?: string | null;
            /**
             * @description The water, where somebody drowned.
             * @example Ao sau nhà văn hóa khu phố 3
             */
            water: string;
            recorded_by?: components["schemas"]["UserRef"] | null;
            cancelled_at?: components["schemas"]["Instant"] | null;
            cancel_reason: string;
            may_change: boolean;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        InjuryCancellation: {
            reason: string;
        };
        /** @description A merge patch. Whose injury it was does not change: cancel the record and make another. */
        InjuryChanges: {
            /** Format: date */
            happened_on?: string | null;
            time?: string | null;
            kind?: components["schemas"]["InjuryKind"] | null;
            place_kind?: components["schemas"]["InjuryPlaceKind"] | null;
            place?: string | null;
            outcome?: components["schemas"]["InjuryOutcome"] | null;
            supervision?: string | null;
            description?: string | null;
            water?: string | null;
        };
        /** @description Số mắc and, among them, số tử vong. */
        InjuryCount: {
            /** Format: int64 */
            cases: number;
            /** Format: int64 */
            deaths: number;
        };
        /**
         * @description The kinds of the form, in its order: 01 to 11.
         * @enum {string}
         */
        InjuryKind: "fall" | "burn" | "traffic" | "poisoning" | "cut" | "suffocation" | "animal_bite" | "drowning" | "explosive" | "electric_shock" | "other";
        /** @description A kind of injury in the table. */
        InjuryLine: {
            kind?: components["schemas"]["InjuryKind"] | null;
            /** @example Đuối nước */
            label: string;
            boys: components["schemas"]["InjuryCount"];
            girls: components["schemas"]["InjuryCount"];
            /** @description 0–5, 6–9, 10–13, 14–16. */
            ages: components["schemas"]["InjuryCount"][];
            /** @description Home, school, community. */
            places: components["schemas"]["InjuryCount"][];
            total: components["schemas"]["InjuryCount"];
        };
        /**
         * @description Khỏi, đang điều trị, khuyết tật, tử vong.
         * @enum {string}
         */
        InjuryOutcome: "recovered" | "treating" | "disabled" | "dead";
        /** @enum {string} */
        InjuryPlaceKind: "home" | "school" | "community";
        /**
         * @description The quarter's table. The rows behind each number: `GET /injuries` with `from`, `to` and the filters of its line and
         *     column.
         */
        InjuryQuarter: {
            /** Format: int32 */
            year: number;
            /** Format: int32 */
            quarter: number;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            rows: components["schemas"]["InjuryLine"][];
            total: components["schemas"]["InjuryLine"];
            /** Format: int64 */
            disabled: number;
            /**
             * Format: int64
             * @description Children within the reader's scope today.
             */
            children: number;
        };
        /** @description An inspection as its reader sees it. An inspected unit sees its own visit and what was asked of itself. */
        Inspection: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            kind: components["schemas"]["InspectionKind"];
            /** @example Kiểm tra việc thực hiện Tháng hành động vì trẻ em năm 2024 */
            title: string;
            purpose: string;
            plan_id?: components["schemas"]["Id"] | null;
            section_id?: components["schemas"]["Id"] | null;
            /** @example III.4 */
            section_path?: string | null;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            /** @description Who inspects. */
            lead_unit_id: components["schemas"]["Id"];
            lead_unit: components["schemas"]["UnitRef"];
            /** @description The first one heads the team. */
            members: components["schemas"]["InspectionMember"][];
            topics: components["schemas"]["InspectionTopic"][];
            status: components["schemas"]["InspectionStatus"];
            /** @description Why it was called off. */
            status_reason: string;
            conclusion: string;
            /**
             * Format: date
             * @description The day of the last visit, once it is done.
             */
            done_on?: string | null;
            done_by?: components["schemas"]["UserRef"] | null;
            /** @description The inspected units, in the order of their names. */
            units: components["schemas"]["UnitRef"][];
            visits: components["schemas"]["InspectionVisit"][];
            /** Format: int32 */
            units_visited: number;
            /** Format: int32 */
            units_total: number;
            recommendations: components["schemas"]["RecommendationCounts"];
            created_by?: components["schemas"]["UserRef"] | null;
            allowed_actions: components["schemas"]["InspectionAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the reader may do with it now.
         * @enum {string}
         */
        InspectionAction: "edit" | "visit" | "recommend" | "finish" | "cancel";
        /** @description A merge patch. */
        InspectionChanges: {
            kind?: components["schemas"]["InspectionKind"];
            title?: string;
            purpose?: string | null;
            plan_id?: components["schemas"]["Id"] | null;
            section_id?: components["schemas"]["Id"] | null;
            /** Format: date */
            starts_on?: string;
            /** Format: date */
            ends_on?: string;
            lead_unit_id?: components["schemas"]["Id"];
            members?: components["schemas"]["InspectionMember"][] | null;
            topics?: components["schemas"]["InspectionTopic"][] | null;
            unit_ids?: components["schemas"]["Id"][];
        };
        /** @description What the writer of an inspection chooses from. */
        InspectionChoices: {
            /** @description The ward's units that are in use. */
            units: components["schemas"]["UnitRef"][];
            /** @description The topics of the plan's part on inspection (III.4), to be changed at will. */
            topics: components["schemas"]["InspectionTopic"][];
            plan_id?: components["schemas"]["Id"] | null;
            plan_title?: string | null;
            sections: components["schemas"]["InspectionSection"][];
        };
        /** @description How an inspection ends. */
        InspectionFinish: {
            conclusion?: string;
        };
        /** @enum {string} */
        InspectionKind: "inspection" | "supervision";
        /** @description Somebody of the team, or somebody of the inspected unit who was there. */
        InspectionMember: {
            /** @example Bà Trần Thị Nga */
            name: string;
            /** @example Chủ tịch UBND phường, Trưởng đoàn */
            position?: string;
        };
        InspectionReason: {
            reason: string;
        };
        /** @description A part of the plan that an inspection carries out. */
        InspectionSection: {
            id: components["schemas"]["Id"];
            /** @example III.4 */
            path: string;
            title: string;
        };
        /**
         * @description `planned → done`, `planned → cancelled`.
         * @enum {string}
         */
        InspectionStatus: "planned" | "done" | "cancelled";
        /** @description A line of the checklist. */
        InspectionTopic: {
            /** @description Given by the server when left out; answers name it. */
            code?: string;
            text: string;
        };
        /** @description The visit to one unit. No child is named in it. */
        InspectionVisit: {
            id: components["schemas"]["Id"];
            inspection_id: components["schemas"]["Id"];
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            /**
             * Format: date
             * @description None: it is still to come.
             */
            visited_on?: string | null;
            /** @example 08:00 */
            begun?: string | null;
            /** @example 10:30 */
            ended?: string | null;
            place: string;
            /** @description Who was there for the unit. */
            present: components["schemas"]["InspectionMember"][];
            answers: components["schemas"]["TopicAnswer"][];
            /** @description Tồn tại, hạn chế. */
            findings: string;
            /** @description Ưu điểm. */
            positives: string;
            /** @description Ý kiến của đơn vị. */
            unit_opinion: string;
            attachments: components["schemas"]["Attachment"][];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** Format: date-time */
        Instant: string;
        /** @description An item of the catalogue, as it was judged. */
        JudgedItem: {
            /** @example 06.a.1 */
            code: string;
            level?: components["schemas"]["Level"] | null;
            note?: string;
        };
        /** @description A child that an undo left as it is, and why. */
        KeptBack: {
            child_id: components["schemas"]["Id"];
            code: string;
            /** @description `changed_since`: somebody has worked on it after the import. */
            reason: string;
        };
        /**
         * @description What happened.
         * @enum {string}
         */
        Kind: "task_assigned" | "task_reminder" | "task_submitted" | "task_accepted" | "task_returned" | "task_cancelled" | "task_comment" | "plan_published" | "obstacle_raised" | "obstacle_escalated" | "obstacle_answered" | "obstacle_closed" | "summer_handed_over" | "summer_received" | "summer_reopened" | "summer_returned" | "concern_received" | "concern_to_confirm" | "concern_referred" | "concern_due" | "concern_late" | "concern_sent_back" | "case_opened" | "case_assigned" | "case_to_decide" | "case_decided" | "case_news" | "case_due" | "case_late" | "glass_broken" | "referral_asked" | "referral_unanswered" | "event_proposed" | "event_approved" | "event_returned" | "event_moved" | "event_changed" | "event_cancelled" | "event_overfull" | "event_place_free" | "safety_plan_asked" | "safety_plan_drafted" | "safety_plan_approved" | "safety_plan_returned" | "communication_to_approve" | "communication_approved" | "communication_returned" | "communication_cancelled" | "report_reminder" | "report_submitted" | "report_approved" | "report_returned" | "report_sent" | "report_acknowledged" | "report_revised" | "inspection_planned" | "inspection_changed" | "inspection_done" | "inspection_cancelled" | "recommendation_made" | "recommendation_fixed" | "recommendation_verified" | "recommendation_returned" | "recommendation_withdrawn" | "recommendation_reminder" | "recommendation_due" | "recommendation_late" | "commendation_proposed" | "commendation_decided" | "commendation_declined" | "webhook_switched_off" | "backup_missing";
        LateUnit: {
            unit: components["schemas"]["UnitRef"];
            /** Format: int64 */
            count: number;
        };
        /**
         * @description Encodings of before Unicode, in which a font makes Vietnamese of other letters.
         * @enum {string}
         */
        Legacy: "tcvn3" | "vni";
        /** @enum {string} */
        Level: "high" | "medium" | "low";
        /**
         * @description How sure it is that two rows are one child; the surest last.
         * @enum {string}
         */
        Likeness: "possible" | "likely" | "certain";
        /** @description The answer of a receiver without an account; the link is used up by it. */
        LinkAnswer: {
            token: string;
            accept: boolean;
            name: string;
            note?: string;
        };
        LinkToken: {
            token: string;
        };
        /** @description What a link shows. */
        LinkedReferral: {
            ward_name: string;
            service: components["schemas"]["ReferralService"];
            purpose: string;
            shared: components["schemas"]["SharedField"][];
            contact: string;
            answer_due_at: components["schemas"]["Instant"];
        };
        /**
         * @description What becomes of a row of a school's list.
         * @enum {string}
         */
        ListRowState: "found" | "listed" | "misfit" | "unsure" | "unknown" | "twice" | "wrong";
        /** @description A page of rows as every list answers it. */
        List_Campaign: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"] | null;
                /** @example Truyền thông Tháng hành động vì trẻ em năm 2024 */
                name: string;
                theme: string;
                /** Format: date */
                starts_on: string;
                /** Format: date */
                ends_on: string;
                note: string;
                /**
                 * Format: int64
                 * @description Items within the reader's scope.
                 */
                items: number;
                may_change: boolean;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CaseLine: {
            items: {
                id: components["schemas"]["Id"];
                /** @example HS-2024-0003 */
                code: string;
                /** @example N.T.H., 2015 */
                child_sign: string;
                received_at: components["schemas"]["Instant"];
                opened_at: components["schemas"]["Instant"];
                danger_level: components["schemas"]["DangerLevel"];
                status: components["schemas"]["CaseStatus"];
                /** Format: int32 */
                round: number;
                deadlines: components["schemas"]["Deadline"][];
                assigned_user_ids: components["schemas"]["Id"][];
                is_closing_proposed: boolean;
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CaseLook: {
            items: {
                at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                /** @description `cases.read`, `cases.print`, `own.accept_referral` … */
                action: string;
                outcome: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Child: {
            items: {
                id: components["schemas"]["Id"];
                /** @example TE-000123 */
                code: string;
                view: components["schemas"]["ViewName"];
                full_name: string;
                /** Format: date */
                date_of_birth?: string;
                /** @description Only the year is known; `date_of_birth` is its first of January. */
                birth_year_only?: boolean;
                /** Format: int32 */
                birth_year: number;
                /**
                 * Format: int32
                 * @description Full years today.
                 */
                age?: number;
                sex: components["schemas"]["Sex"];
                /** @description The code of the list of ethnic groups: `01` Kinh … */
                ethnicity?: string | null;
                /**
                 * @description Twelve digits, masked for whoever does not write it.
                 * @example 0380•••••123
                 */
                personal_id?: string | null;
                neighborhood_id?: components["schemas"]["Id"] | null;
                neighborhood?: components["schemas"]["UnitRef"] | null;
                school_id?: components["schemas"]["Id"] | null;
                school?: components["schemas"]["UnitRef"] | null;
                /** @example 3A */
                grade?: string;
                /** @description Where the child lives, within the neighborhood. */
                address?: string;
                permanent_address?: string;
                temporary_address?: string;
                guardians: components["schemas"]["Guardian"][];
                health_insurance_no?: string | null;
                /** Format: date */
                health_insurance_valid_to?: string | null;
                disability?: string;
                disability_degree?: components["schemas"]["DisabilityDegree"] | null;
                illness?: string;
                poverty?: components["schemas"]["Poverty"];
                can_swim?: boolean | null;
                /** @description What whoever leads an activity must know. */
                medical_warning: string;
                notes?: string;
                /** @description In force today, without those that are not the reader's to know. */
                circumstances?: components["schemas"]["Circumstance"][];
                risks?: components["schemas"]["Circumstance"][];
                /**
                 * Format: date
                 * @description The latest visit, gift or other support.
                 */
                last_supported_on?: string | null;
                status: components["schemas"]["ChildStatus"];
                /** Format: date */
                status_on?: string | null;
                created_at?: components["schemas"]["Instant"];
                updated_at?: components["schemas"]["Instant"];
                /** @description What of the number of identity contradicts the rest; the number is kept all the same. */
                warnings?: components["schemas"]["ChildWarning"][];
                /** @description What the reader may do with it now. */
                allowed_actions?: components["schemas"]["ChildAction"][];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ChildGroup: {
            items: {
                /** @example HC01 */
                code: string;
                kind: components["schemas"]["GroupKind"];
                /** @description The law's own words. */
                label: string;
                secrecy: components["schemas"]["Secrecy"];
                legal_basis: string;
                /** Format: date */
                valid_from: string;
                /** Format: date */
                valid_to?: string | null;
                sub: components["schemas"]["SubGroup"][];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ChildHistoryEntry: {
            items: {
                id: components["schemas"]["Id"];
                at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                source: components["schemas"]["Source"];
                /** @description Each changed member as `[before, after]`; members that the reader does not see are left out. */
                changes: {
                    [key: string]: unknown[];
                };
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ChildLook: {
            items: {
                at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                /** @description `children.read`, `children.update` … */
                action: string;
                outcome: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Circumstance: {
            items: {
                id: components["schemas"]["Id"];
                /**
                 * @description From the catalogue (`GET /children/catalogue`): `HC01` … `HC14`, `NC01` …
                 * @example HC01
                 */
                code: string;
                sub_code?: string | null;
                /** @description The law's words. */
                label: string;
                /** Format: date */
                from_date: string;
                /** Format: date */
                to_date?: string | null;
                /** @description The paper that shows it: number and date of a decision, a certificate. */
                evidence: string;
                note: string;
                attachments: components["schemas"]["Attachment"][];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Commendation: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"] | null;
                kind: components["schemas"]["CommendedKind"];
                unit_id?: components["schemas"]["Id"] | null;
                unit?: components["schemas"]["UnitRef"] | null;
                /** @example Khu phố 3 */
                name: string;
                /** @description Of a person. */
                position: string;
                /** @example Giấy khen */
                form: string;
                achievement: string;
                /** @description The accepted tasks that it rests on. */
                tasks: components["schemas"]["TaskRef"][];
                status: components["schemas"]["CommendationStatus"];
                /** @description Why it was declined or withdrawn. */
                status_reason: string;
                decision_id?: components["schemas"]["Id"] | null;
                decision?: components["schemas"]["CommendationDecision"] | null;
                /** Format: date */
                awarded_on?: string | null;
                /** @description On which occasion it was handed over. */
                awarded_at: string;
                /** Format: date */
                proposed_on: string;
                proposed_unit?: components["schemas"]["UnitRef"] | null;
                proposed_by?: components["schemas"]["UserRef"] | null;
                allowed_actions: components["schemas"]["CommendationAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CommendationCandidate: {
            items: {
                unit: components["schemas"]["UnitRef"];
                /**
                 * Format: int64
                 * @description Accepted tasks of the period.
                 */
                accepted: number;
                /**
                 * Format: int64
                 * @description Of these, reported by their day.
                 */
                on_time: number;
                /**
                 * Format: int64
                 * @description Of these, reported with evidence.
                 */
                with_evidence: number;
                /** @description Those that are all of it. */
                tasks: components["schemas"]["TaskRef"][];
                /** @description A proposal for this unit waits or was decided. */
                is_proposed: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CommendationDecision: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                /**
                 * Format: int32
                 * @description Given by the ward's clerk.
                 */
                number?: number | null;
                /** @example 125/QĐ-UBND */
                number_text: string;
                title: string;
                /** Format: date */
                decided_on: string;
                decided_by?: components["schemas"]["UserRef"] | null;
                acting_for?: components["schemas"]["UserRef"] | null;
                created_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Communication: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                campaign_id?: components["schemas"]["Id"] | null;
                campaign_name?: string | null;
                channel: components["schemas"]["CommunicationChannel"];
                title: string;
                /** @description The script, or the words of the banner, post or leaflet. */
                body: string;
                /** @description Who reads it on the loudspeakers. */
                reader: string;
                status: components["schemas"]["CommunicationStatus"];
                /** @description Why it was returned or cancelled. */
                status_reason: string;
                /** Format: date */
                starts_on: string;
                /** Format: date */
                ends_on: string;
                schedule: components["schemas"]["BroadcastSchedule"];
                places: components["schemas"]["CommunicationPlace"][];
                link: string;
                /**
                 * Format: int32
                 * @description Leaflets for each unit.
                 */
                copies?: number | null;
                lead_unit_id: components["schemas"]["Id"];
                lead_unit: components["schemas"]["UnitRef"];
                created_unit?: components["schemas"]["UnitRef"] | null;
                /** @description The units that do it; who has not reported stands first. */
                units: components["schemas"]["CommunicationShare"][];
                /** Format: int32 */
                units_reported: number;
                /** Format: int32 */
                units_total: number;
                section_id?: components["schemas"]["Id"] | null;
                section_path?: string | null;
                task_id?: components["schemas"]["Id"] | null;
                task?: components["schemas"]["TaskRef"] | null;
                event_id?: components["schemas"]["Id"] | null;
                created_by?: components["schemas"]["UserRef"] | null;
                approved_by?: components["schemas"]["UserRef"] | null;
                approved_at?: components["schemas"]["Instant"] | null;
                allowed_actions: components["schemas"]["CommunicationAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CommunicationCount: {
            items: {
                unit: components["schemas"]["UnitRef"];
                channel: components["schemas"]["CommunicationChannel"];
                /** Format: int64 */
                items: number;
                /**
                 * Format: int64
                 * @description Items it has reported on.
                 */
                reported: number;
                /**
                 * Format: int64
                 * @description Times, banners, posts or copies that were planned.
                 */
                planned: number;
                /**
                 * Format: int64
                 * @description And those that were reported.
                 */
                times: number;
                /** Format: date */
                last_on?: string | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_CommunicationReport: {
            items: {
                id: components["schemas"]["Id"];
                unit?: components["schemas"]["UnitRef"] | null;
                /** Format: date */
                done_on: string;
                /**
                 * Format: int32
                 * @description Times broadcast, banners hung, posts, copies.
                 */
                times: number;
                note: string;
                link: string;
                by?: components["schemas"]["UserRef"] | null;
                at: components["schemas"]["Instant"];
                attachments: components["schemas"]["Attachment"][];
                may_withdraw: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ConcernLine: {
            items: {
                id: components["schemas"]["Id"];
                /** @example TB-2024-0007 */
                code: string;
                received_at: components["schemas"]["Instant"];
                received_via: components["schemas"]["ReceivedVia"];
                subject_kind: components["schemas"]["SubjectKind"];
                danger_level: components["schemas"]["DangerLevel"];
                status: components["schemas"]["ConcernStatus"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                emergency_due_at?: components["schemas"]["Instant"] | null;
                /** @description Came through the public form, and looks like spam: look at it last, but do look. */
                is_suspect: boolean;
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Consent: {
            items: {
                id: components["schemas"]["Id"];
                purpose: components["schemas"]["Purpose"];
                /**
                 * Format: int32
                 * @description The child's age on that day.
                 */
                age: number;
                child_agrees?: boolean | null;
                representative_name: string;
                representative_relation: string;
                representative_agrees: boolean;
                method: string;
                text_version: string;
                note: string;
                /** Format: date */
                given_on: string;
                /** Format: date */
                expires_on?: string | null;
                withdrawn_at?: components["schemas"]["Instant"] | null;
                withdraw_reason: string;
                recorded_by?: components["schemas"]["UserRef"] | null;
                state: components["schemas"]["ConsentState"];
                /** @description In force today. */
                valid: boolean;
                /**
                 * Format: date
                 * @description The seventh birthday of a child that was younger then: it is asked from that day on.
                 */
                ask_again_on?: string | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_DataRequest: {
            items: {
                id: components["schemas"]["Id"];
                child_id: components["schemas"]["Id"];
                child_code: string;
                child_name: string;
                kind: components["schemas"]["RequestKind"];
                requester_name: string;
                requester_relation: string;
                details: string;
                /** Format: date */
                received_on: string;
                /**
                 * Format: date
                 * @description Two working days.
                 */
                answer_due_on: string;
                /** Format: date */
                execute_due_on: string;
                late: boolean;
                /**
                 * Format: int64
                 * @description On the clock that runs: working days until the answer is due, then days until it is due to be carried out;
                 *     negative when late, absent when the request is done.
                 */
                days_left?: number | null;
                status: components["schemas"]["RequestStatus"];
                answered_at?: components["schemas"]["Instant"] | null;
                executed_at?: components["schemas"]["Instant"] | null;
                answer: string;
                recorded_by?: components["schemas"]["UserRef"] | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Delegation: {
            items: {
                id: components["schemas"]["Id"];
                /** @description Whose place is taken. */
                from_user: components["schemas"]["UserRef"];
                /** @description Who signs. */
                to_user: components["schemas"]["UserRef"];
                /** Format: date */
                starts_on: string;
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                ends_on: string;
                reason: string;
                status: components["schemas"]["DelegationStatus"];
                revoked_at?: components["schemas"]["Instant"] | null;
                created_by: components["schemas"]["UserRef"];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Destination: {
            items: {
                id: components["schemas"]["Id"];
                name: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_DuplicatePair: {
            items: {
                likeness: components["schemas"]["Likeness"];
                first: components["schemas"]["Child"];
                second: components["schemas"]["Child"];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Entry: {
            items: {
                /**
                 * Format: int64
                 * @description Its number in the log.
                 */
                id: number;
                at: components["schemas"]["Instant"];
                actor?: components["schemas"]["UserRef"] | null;
                acting_for?: components["schemas"]["UserRef"] | null;
                /** @example tasks.submit */
                action: string;
                /** @example tasks */
                resource: string;
                row_id?: components["schemas"]["Id"] | null;
                /** @description Each changed field as `[before, after]`; empty where the reader may not see the contents. */
                changes: {
                    [key: string]: unknown[];
                };
                outcome: components["schemas"]["Outcome"];
                /** @description The id of the request, as it stands in the server's log. */
                request_id: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Event: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                series_id?: components["schemas"]["Id"] | null;
                title: string;
                kind: components["schemas"]["EventKind"];
                starts_at: components["schemas"]["Instant"];
                ends_at: components["schemas"]["Instant"];
                place: string;
                point?: components["schemas"]["MapPoint"] | null;
                neighborhood_id?: components["schemas"]["Id"] | null;
                neighborhood?: components["schemas"]["UnitRef"] | null;
                lead_unit_id: components["schemas"]["Id"];
                lead_unit?: components["schemas"]["UnitRef"] | null;
                joining_unit_ids: components["schemas"]["Id"][];
                joining_units: components["schemas"]["UnitRef"][];
                section_id?: components["schemas"]["Id"] | null;
                task_id?: components["schemas"]["Id"] | null;
                task?: components["schemas"]["TaskRef"] | null;
                status: components["schemas"]["EventStatus"];
                /** @description Why it was returned or cancelled, or what changed since its approval. */
                status_reason: string;
                details: components["schemas"]["EventDetails"];
                conditions: components["schemas"]["EventConditions"];
                /** Format: int32 */
                expected_children: number;
                /** Format: int32 */
                expected_adults: number;
                /** Format: int32 */
                actual_children?: number | null;
                /** Format: int32 */
                actual_adults?: number | null;
                budget: components["schemas"]["BudgetLine"][];
                outcome: components["schemas"]["EventOutcome"];
                /** @description Stands in the public programme once it is approved. */
                is_public: boolean;
                safety_plan_required: boolean;
                safety_reasons: components["schemas"]["SafetyReason"][];
                safety_plan?: components["schemas"]["SafetyPlanRef"] | null;
                approved_by?: components["schemas"]["UserRef"] | null;
                approved_at?: components["schemas"]["Instant"] | null;
                created_by?: components["schemas"]["UserRef"] | null;
                allowed_actions: components["schemas"]["EventAction"][];
                attachments: components["schemas"]["Attachment"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_EventCard: {
            items: {
                child_id: components["schemas"]["Id"];
                full_name: string;
                neighborhood?: components["schemas"]["UnitRef"] | null;
                /** @example K7MQ-2XPA */
                code: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_EventHelper: {
            items: {
                id: components["schemas"]["Id"];
                unit_id: components["schemas"]["Id"];
                unit?: components["schemas"]["UnitRef"] | null;
                full_name: string;
                phone?: string | null;
                /** @example Cứu hộ, sơ cấp cứu */
                skills: string;
                /**
                 * Format: date
                 * @description When the police or the unit looked into who they are.
                 */
                vetted_on?: string | null;
                /** Format: date */
                vetting_expires_on?: string | null;
                /** @description Today. */
                vetting: components["schemas"]["Vetting"];
                note: string;
                archived: boolean;
                may_change: boolean;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_GlassBreak: {
            items: {
                id: components["schemas"]["Id"];
                case_id: components["schemas"]["Id"];
                code: string;
                by?: components["schemas"]["UserRef"] | null;
                reason: string;
                starts_at: components["schemas"]["Instant"];
                ends_at: components["schemas"]["Instant"];
                reviewed_by?: components["schemas"]["UserRef"] | null;
                reviewed_at?: components["schemas"]["Instant"] | null;
                review: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Handover: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                /** Format: int32 */
                year: number;
                school_id: components["schemas"]["Id"];
                school?: components["schemas"]["UnitRef"] | null;
                neighborhood_id: components["schemas"]["Id"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                status: components["schemas"]["HandoverStatus"];
                /** Format: int64 */
                children_count: number;
                /** Format: int64 */
                girls_count: number;
                /** Format: int64 */
                rated_count: number;
                /**
                 * Format: int64
                 * @description Of the list itself: all kinds but `in_no_list`.
                 */
                differences_count: number;
                /**
                 * Format: int32
                 * @description The number of the minutes, given by the ward's clerk.
                 */
                number?: number | null;
                /** @example Nhà văn hóa khu phố 3 */
                venue: string;
                /** Format: date */
                meets_on?: string | null;
                /** @example 07:30 */
                begins_at?: string | null;
                ends_at?: string | null;
                school_representatives: components["schemas"]["SummerPerson"][];
                receiving_representatives: components["schemas"]["SummerPerson"][];
                parents: components["schemas"]["SummerPerson"][];
                documents: string[];
                /** Format: int32 */
                copies: number;
                /** @description The meeting at which the children are returned; where the first one was, when empty. */
                return_venue: string;
                /** Format: date */
                returns_on?: string | null;
                /** @example 07:30 */
                return_begins_at?: string | null;
                return_ends_at?: string | null;
                assessment: string[];
                /** Format: date */
                summer_from?: string | null;
                /** Format: date */
                summer_to?: string | null;
                handed_over?: components["schemas"]["HandoverSignature"] | null;
                received?: components["schemas"]["HandoverSignature"] | null;
                returned?: components["schemas"]["HandoverSignature"] | null;
                /** @description Why it was opened again, the last time. */
                reopen_reason: string;
                allowed_actions: components["schemas"]["HandoverAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Headcount: {
            items: {
                id: components["schemas"]["Id"];
                /** Format: int32 */
                counted: number;
                /** Format: int32 */
                expected: number;
                /**
                 * Format: int32
                 * @description Counted less expected: below zero, children are missing.
                 */
                difference: number;
                note: string;
                counted_by?: string | null;
                counted_at: components["schemas"]["Instant"];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_HelperOfEvent: {
            items: {
                helper_id: components["schemas"]["Id"];
                full_name: string;
                phone?: string | null;
                unit?: components["schemas"]["UnitRef"] | null;
                skills: string;
                duty: string;
                /** @description On the day of the event. */
                vetting: components["schemas"]["Vetting"];
                /** Format: date */
                vetting_expires_on?: string | null;
                grant?: components["schemas"]["EventGrantRef"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_HistoryEntry: {
            items: {
                id: components["schemas"]["Id"];
                at: components["schemas"]["Instant"];
                what: components["schemas"]["HistoryKind"];
                old_name?: string | null;
                /** @description For `merged`: the name of the unit that took over. */
                new_name?: string | null;
                /** Format: date */
                effective_on: string;
                note: string;
                by?: components["schemas"]["UserRef"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Holiday: {
            items: {
                id: components["schemas"]["Id"];
                ward_id?: components["schemas"]["Id"] | null;
                /** Format: date */
                day: string;
                /** @example Tết Nguyên đán */
                name: string;
                /** @description True for a day that is worked to make up for another. */
                is_workday: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ImportRow: {
            items: {
                /**
                 * Format: int32
                 * @description Its place among the rows that were read, from 0: its address.
                 */
                position: number;
                sheet: string;
                /**
                 * Format: int32
                 * @description As Excel numbers it.
                 */
                row: number;
                state: components["schemas"]["RowState"];
                /** @description What would be written down. */
                child: Record<string, never>;
                /**
                 * @example [
                 *       "HC04"
                 *     ]
                 */
                groups: string[];
                matched_child_id?: components["schemas"]["Id"] | null;
                likeness?: components["schemas"]["Likeness"] | null;
                /**
                 * Format: int32
                 * @description The row of the file in which the same child stands already.
                 */
                same_as_row?: number | null;
                changes: string[];
                errors: components["schemas"]["RowError"][];
                /** @description Of a row with errors: column (from 0) → what stands in it, to be corrected. */
                cells: {
                    [key: string]: string;
                };
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ImportSummary: {
            items: {
                id: components["schemas"]["Id"];
                file_name: string;
                status: components["schemas"]["ImportStatus"];
                created_by?: components["schemas"]["UserRef"] | null;
                created_at: components["schemas"]["Instant"];
                counts: components["schemas"]["ImportCounts"];
                committed_at?: components["schemas"]["Instant"] | null;
                undone_at?: components["schemas"]["Instant"] | null;
                undo_until?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_IndicatorLine: {
            items: {
                ward_id: components["schemas"]["Id"];
                ward_name: string;
                report_id: components["schemas"]["Id"];
                /** Format: int32 */
                revision: number;
                /** Format: int32 */
                year: number;
                kind: components["schemas"]["ReportKind"];
                /** Format: date */
                period_from: string;
                /** Format: date */
                period_to: string;
                /** @example children_total */
                code: string;
                label: string;
                measure: string;
                /**
                 * @description The breakdown and its word; empty for the whole.
                 * @example sex
                 */
                dimension: string;
                key: string;
                /** Format: int64 */
                value?: number | null;
                hidden: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Injury: {
            items: {
                id: components["schemas"]["Id"];
                child?: components["schemas"]["InjuredChild"] | null;
                child_id?: components["schemas"]["Id"] | null;
                sex: components["schemas"]["Sex"];
                /**
                 * Format: int32
                 * @description Full years on the day it happened.
                 */
                age: number;
                age_band: components["schemas"]["AgeBand"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                school?: components["schemas"]["UnitRef"] | null;
                /** Format: date */
                happened_on: string;
                /** @example 16:30 */
                time?: string | null;
                kind: components["schemas"]["InjuryKind"];
                place_kind: components["schemas"]["InjuryPlaceKind"];
                place: string;
                outcome: components["schemas"]["InjuryOutcome"];
                /** @description Who looked after the child then. */
                supervision: string;
                /** @description Only where one record is read; that is itself recorded. */
                description?: string | null;
                /**
                 * @description The water, where somebody drowned.
                 * @example Ao sau nhà văn hóa khu phố 3
                 */
                water: string;
                recorded_by?: components["schemas"]["UserRef"] | null;
                cancelled_at?: components["schemas"]["Instant"] | null;
                cancel_reason: string;
                may_change: boolean;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Inspection: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                kind: components["schemas"]["InspectionKind"];
                /** @example Kiểm tra việc thực hiện Tháng hành động vì trẻ em năm 2024 */
                title: string;
                purpose: string;
                plan_id?: components["schemas"]["Id"] | null;
                section_id?: components["schemas"]["Id"] | null;
                /** @example III.4 */
                section_path?: string | null;
                /** Format: date */
                starts_on: string;
                /** Format: date */
                ends_on: string;
                /** @description Who inspects. */
                lead_unit_id: components["schemas"]["Id"];
                lead_unit: components["schemas"]["UnitRef"];
                /** @description The first one heads the team. */
                members: components["schemas"]["InspectionMember"][];
                topics: components["schemas"]["InspectionTopic"][];
                status: components["schemas"]["InspectionStatus"];
                /** @description Why it was called off. */
                status_reason: string;
                conclusion: string;
                /**
                 * Format: date
                 * @description The day of the last visit, once it is done.
                 */
                done_on?: string | null;
                done_by?: components["schemas"]["UserRef"] | null;
                /** @description The inspected units, in the order of their names. */
                units: components["schemas"]["UnitRef"][];
                visits: components["schemas"]["InspectionVisit"][];
                /** Format: int32 */
                units_visited: number;
                /** Format: int32 */
                units_total: number;
                recommendations: components["schemas"]["RecommendationCounts"];
                created_by?: components["schemas"]["UserRef"] | null;
                allowed_actions: components["schemas"]["InspectionAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_MatrixCell: {
            items: {
                role: components["schemas"]["Role"];
                resource: components["schemas"]["Resource"];
                actions: components["schemas"]["Action"][];
                scope: components["schemas"]["ScopeKind"];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_MergedChild: {
            items: {
                id: components["schemas"]["Id"];
                at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                kept?: components["schemas"]["Child"] | null;
                /** @description The code of the row that went. */
                gone_code: string;
                undone_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Notification: {
            items: {
                id: components["schemas"]["Id"];
                kind: components["schemas"]["Kind"];
                /** @example Đơn vị bạn được giao một việc */
                text: string;
                /** @example tasks */
                resource: string;
                row_id: components["schemas"]["Id"];
                created_at: components["schemas"]["Instant"];
                read_at?: components["schemas"]["Instant"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Obstacle: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                task_id?: components["schemas"]["Id"] | null;
                task?: components["schemas"]["TaskRef"] | null;
                unit_id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitRef"];
                raised_by?: components["schemas"]["UserRef"] | null;
                title: string;
                description: string;
                status: components["schemas"]["ObstacleStatus"];
                escalated_to?: components["schemas"]["EscalationLevel"] | null;
                escalated_at?: components["schemas"]["Instant"] | null;
                escalation_note: string;
                answer: string;
                answered_by?: components["schemas"]["UserRef"] | null;
                answered_at?: components["schemas"]["Instant"] | null;
                /**
                 * Format: date
                 * @description The working day by which an answer should be there.
                 */
                answer_due_on: string;
                /** @description Not answered after that day, or answered later. */
                answer_late: boolean;
                closed_at?: components["schemas"]["Instant"] | null;
                attachments: components["schemas"]["Attachment"][];
                allowed_actions: components["schemas"]["ObstacleAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Plan: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                /** Format: int32 */
                year: number;
                title: string;
                number?: string | null;
                /** Format: date */
                issued_on?: string | null;
                issuer: string;
                theme: string;
                slogans: string[];
                /** Format: date */
                starts_on: string;
                /** Format: date */
                ends_on: string;
                legal_bases: string[];
                hotlines: string[];
                recipients: string[];
                signed_by?: components["schemas"]["SignedBy"] | null;
                status: components["schemas"]["PlanStatus"];
                /** @description In reading order; empty in lists. */
                sections: components["schemas"]["Section"][];
                /** Format: int64 */
                task_count: number;
                copied_from_id?: components["schemas"]["Id"] | null;
                published_at?: components["schemas"]["Instant"] | null;
                allowed_actions: components["schemas"]["PlanAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_PublicNote: {
            items: {
                id: components["schemas"]["Id"];
                kind: components["schemas"]["PublicNoteKind"];
                /** @example Phòng đuối nước */
                title: string;
                body: string;
                /** @description What the ward did, under what children said. */
                reply: string;
                /** @description Of a giver: agreed to be named to everybody. */
                consent_given: boolean;
                /**
                 * @description How they agreed.
                 * @example Đồng ý qua điện thoại ngày 02/6
                 */
                consent_how: string;
                /**
                 * Format: int32
                 * @description Small numbers stand first.
                 */
                position: number;
                /** @description Approved for everybody to read, within its days. */
                is_shown: boolean;
                /** Format: date */
                starts_on?: string | null;
                /** Format: date */
                ends_on?: string | null;
                allowed_actions: components["schemas"]["PublicNoteAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Recommendation: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                inspection_id: components["schemas"]["Id"];
                inspection_title: string;
                /** @description Who is to put it right. */
                unit_id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitRef"];
                lead_unit?: components["schemas"]["UnitRef"] | null;
                /**
                 * Format: int32
                 * @description 1 is the inspection's first.
                 */
                number: number;
                /** @example Rào, cắm biển cảnh báo ao cạnh nhà văn hóa */
                text: string;
                /** Format: date */
                made_on: string;
                /** Format: date */
                due_on: string;
                /** @description Open after its day. */
                late: boolean;
                /**
                 * Format: int64
                 * @description Days until it is due; negative when it has passed.
                 */
                days_left: number;
                status: components["schemas"]["RecommendationStatus"];
                /** @description Why it was returned or withdrawn. */
                status_reason: string;
                /** @description What the unit has done. */
                fix_note: string;
                fixed_at?: components["schemas"]["Instant"] | null;
                fixed_by?: components["schemas"]["UserRef"] | null;
                /** @description What the inspector found. */
                check_note: string;
                verified_at?: components["schemas"]["Instant"] | null;
                verified_by?: components["schemas"]["UserRef"] | null;
                /** Format: date */
                reminded_on?: string | null;
                /** @description The unit's evidence. */
                attachments: components["schemas"]["Attachment"][];
                allowed_actions: components["schemas"]["RecommendationAction"][];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Referral: {
            items: {
                id: components["schemas"]["Id"];
                case_id?: components["schemas"]["Id"] | null;
                service: components["schemas"]["ReferralService"];
                to_unit?: components["schemas"]["UnitRef"] | null;
                to: string;
                purpose: string;
                shared: components["schemas"]["SharedField"][];
                /** @description Whom to call. */
                contact: string;
                status: components["schemas"]["ReferralStatus"];
                sent_by?: components["schemas"]["UserRef"] | null;
                sent_at: components["schemas"]["Instant"];
                answer_due_at: components["schemas"]["Instant"];
                answer_late: boolean;
                answered_at?: components["schemas"]["Instant"] | null;
                answered_by: string;
                answer: string;
                result: string;
                done_at?: components["schemas"]["Instant"] | null;
                link_expires_at?: components["schemas"]["Instant"] | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Reminder: {
            items: {
                id: components["schemas"]["Id"];
                task: components["schemas"]["TaskRef"];
                unit: components["schemas"]["UnitRef"];
                kind: components["schemas"]["ReminderKind"];
                sent_at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                message: string;
                answered_at?: components["schemas"]["Instant"] | null;
                /** @description The note of the report that answered it. */
                answer?: string | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ReportLine: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                /** @example Phường Ba Đình */
                ward_name: string;
                unit?: components["schemas"]["UnitRef"] | null;
                plan_id: components["schemas"]["Id"];
                kind: components["schemas"]["ReportKind"];
                title: string;
                /** Format: int32 */
                year: number;
                /** Format: date */
                period_from: string;
                /** Format: date */
                period_to: string;
                /** Format: date */
                due_on?: string | null;
                /** @description The day is over and it was not handed in. */
                late: boolean;
                status: components["schemas"]["ReportStatus"];
                /**
                 * Format: int32
                 * @description How many revisions were handed in; the upper level sees the number of the one it has.
                 */
                revision: number;
                /**
                 * Format: int32
                 * @description Which revision the upper level has.
                 */
                sent_revision?: number | null;
                /** @description Why it was returned, or is written anew. */
                reason: string;
                submitted_at?: components["schemas"]["Instant"] | null;
                approved_at?: components["schemas"]["Instant"] | null;
                sent_at?: components["schemas"]["Instant"] | null;
                acknowledged_at?: components["schemas"]["Instant"] | null;
                allowed_actions: components["schemas"]["ReportAction"][];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ReportRevision: {
            items: {
                /** Format: int32 */
                revision: number;
                /** @description Why it was written; empty for the first. */
                reason: string;
                by?: components["schemas"]["UserRef"] | null;
                at: components["schemas"]["Instant"];
                /** @description The upper level has it. */
                is_sent: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SafetyPlanLine: {
            items: {
                id: components["schemas"]["Id"];
                event: components["schemas"]["SafetyEvent"];
                status: components["schemas"]["SafetyStatus"];
                /** Format: int32 */
                score: number;
                level: components["schemas"]["RiskLevel"];
                /** @description The next session; of a single event its own beginning. */
                next_at: components["schemas"]["Instant"];
                /** Format: int64 */
                days_left: number;
                /** @description Not approved, and nearer than the ward's days for the police. */
                late: boolean;
                drafted_by?: components["schemas"]["UserRef"] | null;
                drafted_at?: components["schemas"]["Instant"] | null;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SavedFilter: {
            items: {
                id: components["schemas"]["Id"];
                /** @example tasks */
                list: string;
                name: string;
                /** @example overdue=true&sort=due_on */
                query: string;
                created_at: components["schemas"]["Instant"];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_ServiceAccount: {
            items: {
                /** @description The `client_id` of its sign-in. */
                id: components["schemas"]["Id"];
                /** @example Phần mềm báo cáo của thị xã */
                name: string;
                unit_id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitRef"];
                scopes: components["schemas"]["MachineScope"][];
                /**
                 * @description Addresses and ranges (CIDR) that it may be used from; none means any.
                 * @example [
                 *       "203.0.113.0/24"
                 *     ]
                 */
                addresses: string[];
                /**
                 * Format: date
                 * @description The last day, included.
                 */
                expires_on: string;
                status: components["schemas"]["ServiceAccountStatus"];
                old_secret_until?: components["schemas"]["Instant"] | null;
                last_used_at?: components["schemas"]["Instant"] | null;
                last_used_address?: string | null;
                revoked_at?: components["schemas"]["Instant"] | null;
                revoked_reason: string;
                created_by?: components["schemas"]["UserRef"] | null;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Session: {
            items: {
                id: components["schemas"]["Id"];
                /** @description The one that asks. */
                current: boolean;
                client: components["schemas"]["Client"];
                user_agent: string;
                created_at: components["schemas"]["Instant"];
                last_used_at: components["schemas"]["Instant"];
                expires_at: components["schemas"]["Instant"];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SummerCount: {
            items: {
                neighborhood_id: components["schemas"]["Id"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                group_id?: components["schemas"]["Id"] | null;
                group_name?: string | null;
                /**
                 * Format: int64
                 * @description In received or returned handovers.
                 */
                received: number;
                /** Format: int64 */
                members: number;
                /** Format: int64 */
                sessions: number;
                attendance: components["schemas"]["SummerAttendanceCount"];
                /**
                 * Format: int64
                 * @description Percent of those not excused who came.
                 */
                rate?: number | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SummerGroup: {
            items: {
                id: components["schemas"]["Id"];
                /** Format: int32 */
                year: number;
                neighborhood_id: components["schemas"]["Id"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                name: string;
                leaders: components["schemas"]["SummerLeader"][];
                note: string;
                /** Format: int64 */
                members_count: number;
                cancelled_at?: components["schemas"]["Instant"] | null;
                cancel_reason: string;
                may_change: boolean;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SummerLeave: {
            items: {
                id: components["schemas"]["Id"];
                child_id: components["schemas"]["Id"];
                full_name: string;
                /** Format: int32 */
                birth_year: number;
                neighborhood_id: components["schemas"]["Id"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                /** Format: date */
                from_date: string;
                /** Format: date */
                to_date: string;
                reason: string;
                /** @example Mẹ cháu */
                asked_by: string;
                recorded_by?: components["schemas"]["UserRef"] | null;
                created_at: components["schemas"]["Instant"];
                cancelled_at?: components["schemas"]["Instant"] | null;
                cancel_reason: string;
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SummerOpinion: {
            items: {
                child_id: components["schemas"]["Id"];
                parents: components["schemas"]["SummerConsent"];
                child?: components["schemas"]["SummerConsent"] | null;
                /** Format: date */
                asked_on: string;
                /** @example Phiếu hỏi */
                method: string;
                note: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_SummerSession: {
            items: {
                id: components["schemas"]["Id"];
                /** Format: int32 */
                year: number;
                neighborhood_id: components["schemas"]["Id"];
                neighborhood?: components["schemas"]["UnitRef"] | null;
                group_id?: components["schemas"]["Id"] | null;
                group_name?: string | null;
                /** Format: date */
                on_date: string;
                /** @example 07:30 */
                starts_at: string;
                ends_at: string;
                place: string;
                content: string;
                programme: string;
                duration: string;
                audience: string;
                /** Format: int32 */
                expected?: number | null;
                form: string;
                staff: string;
                contribution: string;
                /** @description What of the announcement is still missing (Circular 27/2022, art. 4). */
                missing: string[];
                attendance: components["schemas"]["SummerAttendanceCount"];
                cancelled_at?: components["schemas"]["Instant"] | null;
                cancel_reason: string;
                may_change: boolean;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Support: {
            items: {
                id: components["schemas"]["Id"];
                kind: components["schemas"]["SupportKind"];
                /** Format: date */
                on_date: string;
                programme: string;
                /**
                 * Format: int64
                 * @description Đồng.
                 */
                value?: number | null;
                note: string;
                recorded_by?: components["schemas"]["UserRef"] | null;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Task: {
            items: {
                id: components["schemas"]["Id"];
                ward_id: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"] | null;
                section_id?: components["schemas"]["Id"] | null;
                /**
                 * @description Where it stands in the plan.
                 * @example V.2
                 */
                section_path?: string | null;
                title: string;
                description: string;
                /** @description The paragraph of the plan that it came from. */
                source: string;
                lead_unit_id: components["schemas"]["Id"];
                lead_unit: components["schemas"]["UnitRef"];
                joining_unit_ids: components["schemas"]["Id"][];
                /** @description Every joining unit does the whole task on its own; the lead follows up. */
                each_unit: boolean;
                /** Format: date */
                starts_on?: string | null;
                /** Format: date */
                due_on: string;
                priority: components["schemas"]["Priority"];
                status: components["schemas"]["TaskStatus"];
                /** @description Why it was returned or cancelled. */
                status_reason: string;
                /**
                 * Format: int32
                 * @description Percent; with `each_unit` the average of the units.
                 */
                progress: number;
                /**
                 * Format: int64
                 * @description The number to reach, in `measure`.
                 */
                target?: number | null;
                /**
                 * Format: int64
                 * @description The number reached; with `each_unit` the sum of the units.
                 */
                actual?: number | null;
                /** @example băng-rôn */
                measure?: string | null;
                /** @description Open after its due day; for a unit: its own part is. */
                overdue: boolean;
                /**
                 * Format: int64
                 * @description Days until the due day; negative when it has passed.
                 */
                days_left: number;
                upper_document?: components["schemas"]["UpperDocument"] | null;
                /**
                 * Format: int32
                 * @description Files that a unit must have sent before it can submit.
                 */
                evidence_required: number;
                /** Format: int64 */
                evidence_count: number;
                /** @description The doing units: how far each has come. */
                parts: components["schemas"]["Part"][];
                /** Format: int32 */
                parts_done: number;
                /** Format: int32 */
                parts_total: number;
                my_part?: components["schemas"]["Part"] | null;
                allowed_actions: components["schemas"]["TaskAction"][];
                last_reminded_at?: components["schemas"]["Instant"] | null;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_TaskUpdate: {
            items: {
                id: components["schemas"]["Id"];
                kind: components["schemas"]["UpdateKind"];
                at: components["schemas"]["Instant"];
                by?: components["schemas"]["UserRef"] | null;
                acting_for?: components["schemas"]["UserRef"] | null;
                unit?: components["schemas"]["UnitRef"] | null;
                status?: components["schemas"]["TaskStatus"] | null;
                /** Format: int32 */
                progress?: number | null;
                /** Format: int64 */
                actual?: number | null;
                note: string;
                attachments: components["schemas"]["Attachment"][];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Unit: {
            items: {
                id: components["schemas"]["Id"];
                ward_id?: components["schemas"]["Id"] | null;
                kind: components["schemas"]["UnitKind"];
                /** @example khu-pho-3 */
                code: string;
                /** @example Khu phố 3 */
                name: string;
                status: components["schemas"]["UnitStatus"];
                merged_into?: components["schemas"]["UnitRef"] | null;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_UnitRef: {
            items: {
                id: components["schemas"]["Id"];
                kind: components["schemas"]["UnitKind"];
                /** @example khu-pho-3 */
                code: string;
                /** @example Khu phố 3 */
                name: string;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_User: {
            items: {
                id: components["schemas"]["Id"];
                /** @example khupho3 */
                username: string;
                /** @example Lê Đình Cường */
                full_name: string;
                /** @example Trưởng khu phố */
                position: string;
                role: components["schemas"]["Role"];
                unit_id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitRef"];
                email?: string | null;
                phone?: string | null;
                status: components["schemas"]["UserStatus"];
                totp_enabled: boolean;
                /** @description The first password has not been changed yet. */
                must_change_password: boolean;
                last_login_at?: components["schemas"]["Instant"] | null;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Ward: {
            items: {
                id: components["schemas"]["Id"];
                /** @example ba-dinh */
                code: string;
                /** @example Phường Ba Đình */
                name: string;
                /**
                 * @description Where documents are dated.
                 * @example Bỉm Sơn
                 */
                place: string;
                settings: components["schemas"]["WardSettings"];
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_WardCaseNumbers: {
            items: {
                ward_id: components["schemas"]["Id"];
                ward_name: string;
                /** Format: int64 */
                concerns?: number | null;
                /** Format: int64 */
                cases?: number | null;
                by_status: components["schemas"]["CaseCount"][];
                by_danger: components["schemas"]["CaseCount"][];
                /** @description The clocks that run, and those that ran. */
                by_clock: components["schemas"]["CaseCount"][];
                /** @description Some numbers are held back, with others that would give them away. */
                suppressed: boolean;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_Webhook: {
            items: {
                id: components["schemas"]["Id"];
                /** @example https://nhan.example.vn/bup */
                url: string;
                events: components["schemas"]["WebhookEvent"][];
                description: string;
                active: boolean;
                unit_id: components["schemas"]["Id"];
                unit: components["schemas"]["UnitRef"];
                service_account_id?: components["schemas"]["Id"] | null;
                service_account_name?: string | null;
                old_secret_until?: components["schemas"]["Instant"] | null;
                failing_since?: components["schemas"]["Instant"] | null;
                switched_off_at?: components["schemas"]["Instant"] | null;
                created_by?: components["schemas"]["UserRef"] | null;
                created_at: components["schemas"]["Instant"];
                updated_at: components["schemas"]["Instant"];
                /** Format: int32 */
                version: number;
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /** @description A page of rows as every list answers it. */
        List_WebhookDelivery: {
            items: {
                /** @description The `webhook-id` of the message; the same when it is sent again. */
                id: components["schemas"]["Id"];
                /**
                 * @description One of the events, or `ping`.
                 * @example report.sent
                 */
                event: string;
                ward_id?: components["schemas"]["Id"] | null;
                row_id: components["schemas"]["Id"];
                occurred_at: components["schemas"]["Instant"];
                status: components["schemas"]["DeliveryStatus"];
                /** Format: int32 */
                tries: number;
                next_try_at?: components["schemas"]["Instant"] | null;
                delivered_at?: components["schemas"]["Instant"] | null;
                /** @description The latest last. */
                attempts: components["schemas"]["WebhookAttempt"][];
            }[];
            /** @description Give it back as `cursor` to get the next page; `null` on the last one. */
            next_cursor?: string | null;
            /**
             * Format: int64
             * @description How many rows the filters match, over all pages.
             */
            total: number;
            /** @description There are more than `total`: so long a list is not counted to its end. */
            total_is_at_least?: boolean;
        };
        /**
         * @description A right that a service account may be given.
         * @enum {string}
         */
        MachineScope: "plans:read" | "events:read" | "obstacles:read" | "reports:read" | "reports:approve" | "wards:read" | "webhooks:manage";
        MachineToken: {
            access_token: string;
            /** @example Bearer */
            token_type: string;
            /**
             * Format: int64
             * @description Seconds.
             * @example 900
             */
            expires_in: number;
            /** @example reports:read */
            scope: string;
        };
        /** @description A place on the map, in degrees (WGS 84). */
        MapPoint: {
            /** Format: double */
            lat: number;
            /** Format: double */
            lng: number;
        };
        /**
         * @description What a mark says.
         * @enum {string}
         */
        MarkKind: "in" | "out" | "none";
        /**
         * @description What became of one mark.
         * @enum {string}
         */
        MarkOutcome: "saved" | "kept" | "same" | "consent_missing" | "declined" | "unknown";
        /**
         * @description What became of a mark.
         * @enum {string}
         */
        MarkResult: "saved" | "same" | "kept" | "refused";
        /** @description One cell of the matrix. */
        MatrixCell: {
            role: components["schemas"]["Role"];
            resource: components["schemas"]["Resource"];
            actions: components["schemas"]["Action"][];
            scope: components["schemas"]["ScopeKind"];
        };
        /** @description The signed-in person with all that the first screen needs. */
        Me: {
            user: components["schemas"]["MyUser"];
            unit: components["schemas"]["UnitRef"];
            ward?: components["schemas"]["WardRef"] | null;
            /** @description The wards below, for a superior unit. */
            wards: components["schemas"]["WardRef"][];
            /** @description Delegations in force today that name me. */
            delegations: components["schemas"]["ActiveDelegation"][];
            permissions: components["schemas"]["Permission"][];
            /**
             * Format: date
             * @description The day it is in the ward.
             */
            today: string;
            demo: boolean;
            /** Format: int64 */
            unread_notifications: number;
            /** Format: int32 */
            version: number;
        };
        MeasureEnd: {
            note?: string;
        };
        /**
         * @description The Law on Children, art. 50.2, and separation.
         * @enum {string}
         */
        MeasureKind: "medical_care" | "safe_place" | "alternative_care" | "reunion" | "counselling" | "legal_aid" | "family_support" | "monitoring" | "separation";
        /**
         * @description How somebody came into a group.
         * @enum {string}
         */
        MemberSource: "handover" | "added";
        Merge: {
            /** @description The unit of the same ward that takes over people and open work. */
            into_unit_id: components["schemas"]["Id"];
            /** Format: date */
            effective_on: string;
            /**
             * @description The decision that merges the two.
             * @example Nghị quyết 12/NQ-HĐND
             */
            note: string;
        };
        /** @description A merge that was made. */
        MergedChild: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            kept?: components["schemas"]["Child"] | null;
            /** @description The code of the row that went. */
            gone_code: string;
            undone_at?: components["schemas"]["Instant"] | null;
        };
        /** @description Money in đồng. */
        MoneyTally: {
            source: components["schemas"]["BudgetSource"];
            /** Format: int64 */
            planned: number;
            /** Format: int64 */
            spent: number;
        };
        /** @description What a person may change about themselves: neither role nor unit nor username. */
        MyChanges: {
            full_name?: string;
            email?: string | null;
            phone?: string | null;
            current_password?: string | null;
        };
        MyUser: {
            id: components["schemas"]["Id"];
            username: string;
            full_name: string;
            position: string;
            role: components["schemas"]["Role"];
            email?: string | null;
            phone?: string | null;
            unit_id: components["schemas"]["Id"];
            totp_enabled: boolean;
            otp_setup_required: boolean;
            recovery_codes_left: number;
            recovery_codes_old: boolean;
            must_change_password: boolean;
        };
        /** @description A need, what meets it, and who provides that. */
        Need: {
            need: string;
            service?: string;
            provider?: string;
        };
        NeighborhoodCoverage: components["schemas"]["CoverageCount"] & {
            neighborhood?: components["schemas"]["UnitRef"] | null;
        };
        NewCalendarFeed: {
            /** @description Only what my unit leads, joins or made. */
            only_own?: boolean;
        };
        NewCampaign: {
            plan_id?: components["schemas"]["Id"] | null;
            name: string;
            theme?: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            note?: string;
        };
        /** @description A case is opened from a concern, or at once where the officer met the child. */
        NewCase: {
            concern_id?: components["schemas"]["Id"] | null;
            child_id?: components["schemas"]["Id"] | null;
            child?: components["schemas"]["CaseChild"] | null;
            received_at?: components["schemas"]["Instant"] | null;
            danger_level?: components["schemas"]["DangerLevel"] | null;
            protection_level?: components["schemas"]["ProtectionLevel"] | null;
            note?: string;
        };
        NewCaseEntry: {
            text: string;
        };
        NewCaseFile: {
            title: string;
            part?: components["schemas"]["CasePart"] | null;
            attachment_ids: components["schemas"]["Id"][];
        };
        /** @description A new child. */
        NewChild: {
            /** @example Nguyễn Thị Hoà */
            full_name: string;
            /**
             * Format: date
             * @description The first of January where `birth_year_only`.
             */
            date_of_birth: string;
            birth_year_only?: boolean;
            sex?: components["schemas"]["Sex"] | null;
            ethnicity?: string | null;
            /** @description Twelve digits; a number whose parts contradict sex or year is taken with a warning. */
            personal_id?: string | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            school_id?: components["schemas"]["Id"] | null;
            grade?: string;
            address?: string;
            permanent_address?: string;
            temporary_address?: string;
            guardians?: components["schemas"]["Guardian"][];
            health_insurance_no?: string | null;
            /** Format: date */
            health_insurance_valid_to?: string | null;
            disability?: string;
            disability_degree?: components["schemas"]["DisabilityDegree"] | null;
            illness?: string;
            poverty?: components["schemas"]["Poverty"] | null;
            can_swim?: boolean | null;
            medical_warning?: string;
            notes?: string;
            /** @description Rows that `409 possible_duplicates` named and that somebody found to be other children. */
            not_duplicate_of?: components["schemas"]["Id"][];
        };
        NewCircumstance: {
            /** @example HC01 */
            code: string;
            sub_code?: string | null;
            /** Format: date */
            from_date: string;
            /** Format: date */
            to_date?: string | null;
            /**
             * @description The paper that shows it.
             * @example Giấy xác nhận khuyết tật số 12 ngày 03/4/2024
             */
            evidence?: string;
            note?: string;
            /** @description Files that show it. */
            attachment_ids?: components["schemas"]["Id"][];
        };
        NewCommendation: {
            plan_id?: components["schemas"]["Id"] | null;
            kind: components["schemas"]["CommendedKind"];
            unit_id?: components["schemas"]["Id"] | null;
            /** @description Of a group or person; a unit has its own. */
            name?: string;
            position?: string;
            /** @description Of a person: that they are an adult. Children are not ranked or commended here. */
            is_adult?: boolean;
            form: string;
            achievement: string;
            /** @description Accepted tasks that it rests on. */
            task_ids?: components["schemas"]["Id"][];
            proposed_unit_id?: components["schemas"]["Id"] | null;
        };
        /** @description Decides several proposals at once. */
        NewCommendationDecision: {
            commendation_ids: components["schemas"]["Id"][];
            /**
             * Format: int32
             * @description Left out where the clerk gives it later, by hand.
             */
            number?: number | null;
            /**
             * Format: date
             * @description Today when left out.
             */
            decided_on?: string | null;
            /** @example có thành tích trong Tháng hành động vì trẻ em năm 2024 */
            title: string;
        };
        NewCommunication: {
            campaign_id?: components["schemas"]["Id"] | null;
            channel: components["schemas"]["CommunicationChannel"];
            title: string;
            body?: string;
            reader?: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            schedule?: components["schemas"]["BroadcastSchedule"];
            places?: components["schemas"]["CommunicationPlace"][];
            link?: string;
            /** Format: int32 */
            copies?: number | null;
            lead_unit_id?: components["schemas"]["Id"] | null;
            /** @description Who does it; the lead alone when left out. */
            unit_ids?: components["schemas"]["Id"][];
            section_id?: components["schemas"]["Id"] | null;
            task_id?: components["schemas"]["Id"] | null;
            event_id?: components["schemas"]["Id"] | null;
        };
        NewCommunicationReport: {
            /**
             * Format: date
             * @description Today when left out.
             */
            done_on?: string | null;
            /** Format: int32 */
            times: number;
            note?: string;
            link?: string;
            attachment_ids?: components["schemas"]["Id"][];
            unit_id?: components["schemas"]["Id"] | null;
        };
        /** @description Almost everything may be blank: who is in a hurry writes what was said, and saves. */
        NewConcern: {
            narrative: string;
            received_via?: components["schemas"]["ReceivedVia"] | null;
            told_at?: components["schemas"]["Instant"] | null;
            subject_kind?: components["schemas"]["SubjectKind"] | null;
            danger_level?: components["schemas"]["DangerLevel"] | null;
            child?: components["schemas"]["ConcernChild"];
            place?: string;
            neighborhood_id?: components["schemas"]["Id"] | null;
            condition?: string;
            consequences?: string;
            father?: components["schemas"]["ConcernParent"];
            mother?: components["schemas"]["ConcernParent"];
            family?: string;
            carer?: string;
            actions_taken?: string;
            reporter?: components["schemas"]["Reporter"] | null;
        };
        NewConsent: {
            purpose: components["schemas"]["Purpose"];
            /** Format: date */
            given_on: string;
            /** @description For a child of seven and more. */
            child_agrees?: boolean | null;
            representative_name: string;
            /** @example mẹ */
            representative_relation: string;
            representative_agrees: boolean;
            /** @description How it was asked: form, telephone, meeting. */
            method?: string;
            /**
             * @description Which text was shown to them, as the ward names its forms.
             * @example Phiếu đồng ý mẫu 02, bản 01/2026
             */
            text_version?: string;
            /** Format: date */
            expires_on?: string | null;
            note?: string;
        };
        NewDataRequest: {
            kind: components["schemas"]["RequestKind"];
            requester_name: string;
            /** @example mẹ */
            requester_relation: string;
            /** Format: date */
            received_on: string;
            details?: string;
        };
        NewDelegation: {
            from_user_id?: components["schemas"]["Id"] | null;
            to_user_id: components["schemas"]["Id"];
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            /** @example Đi công tác */
            reason: string;
        };
        NewEvent: {
            title: string;
            kind: components["schemas"]["EventKind"];
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            place: string;
            point?: components["schemas"]["MapPoint"] | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            lead_unit_id?: components["schemas"]["Id"] | null;
            joining_unit_ids?: components["schemas"]["Id"][];
            section_id?: components["schemas"]["Id"] | null;
            task_id?: components["schemas"]["Id"] | null;
            details?: components["schemas"]["EventDetails"];
            conditions?: components["schemas"]["EventConditions"];
            /** Format: int32 */
            expected_children: number;
            /** Format: int32 */
            expected_adults?: number;
            budget?: components["schemas"]["BudgetLine"][];
            is_public?: boolean;
            repeat?: components["schemas"]["EventRepeat"] | null;
        };
        NewEventGrant: {
            helper_id: components["schemas"]["Id"];
            until?: components["schemas"]["Instant"] | null;
        };
        NewEventHelper: {
            full_name: string;
            /** @example 0912345678 */
            phone?: string | null;
            unit_id?: components["schemas"]["Id"] | null;
            skills?: string;
            /** Format: date */
            vetted_on?: string | null;
            /** Format: date */
            vetting_expires_on?: string | null;
            note?: string;
        };
        NewEventOpinion: {
            child_id: components["schemas"]["Id"];
            parents: components["schemas"]["SummerConsent"];
            child?: components["schemas"]["SummerConsent"] | null;
            /**
             * Format: date
             * @description Today when left out.
             */
            asked_on?: string | null;
            /** @example Phiếu hỏi */
            method?: string;
            note?: string;
        };
        NewEventOpinions: {
            opinions: components["schemas"]["NewEventOpinion"][];
        };
        /** @description Children to register, all of them within the caller's scope. */
        NewEventRegistrations: {
            child_ids?: components["schemas"]["Id"][];
            neighborhood_id?: components["schemas"]["Id"] | null;
            /** Format: int32 */
            birth_year_from?: number | null;
            /** Format: int32 */
            birth_year_to?: number | null;
            group_id?: components["schemas"]["Id"] | null;
        };
        /** @description The handovers of a school for a summer, one for each neighborhood where its pupils live. */
        NewHandovers: {
            /** Format: int32 */
            year: number;
            school_id?: components["schemas"]["Id"] | null;
            /** @description Only these; all where pupils live, when left out. */
            neighborhood_ids?: components["schemas"]["Id"][] | null;
        };
        NewHeadcount: {
            /** Format: int32 */
            counted: number;
            note?: string;
        };
        NewHoliday: {
            /** Format: date */
            day: string;
            /** @example Nghỉ bù Quốc khánh */
            name: string;
            is_workday?: boolean;
        };
        NewInjury: {
            child_id?: components["schemas"]["Id"] | null;
            sex?: components["schemas"]["Sex"] | null;
            /**
             * Format: int32
             * @description For a child who is not on the list.
             */
            age?: number | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            /** Format: date */
            happened_on: string;
            time?: string | null;
            kind: components["schemas"]["InjuryKind"];
            place_kind: components["schemas"]["InjuryPlaceKind"];
            place?: string;
            outcome: components["schemas"]["InjuryOutcome"];
            supervision?: string;
            description?: string;
            water?: string;
        };
        NewInspection: {
            kind: components["schemas"]["InspectionKind"];
            title: string;
            purpose?: string;
            plan_id?: components["schemas"]["Id"] | null;
            section_id?: components["schemas"]["Id"] | null;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            lead_unit_id?: components["schemas"]["Id"] | null;
            members?: components["schemas"]["InspectionMember"][];
            /** @description The plan's own topics when left out. */
            topics?: components["schemas"]["InspectionTopic"][] | null;
            /** @description Who is inspected. */
            unit_ids: components["schemas"]["Id"][];
        };
        NewMeasure: {
            kind: components["schemas"]["MeasureKind"];
            what: string;
            place?: string;
            responsible?: string;
            starts_at?: components["schemas"]["Instant"] | null;
            ends_at?: components["schemas"]["Instant"] | null;
        };
        NewObstacle: {
            task_id?: components["schemas"]["Id"] | null;
            title: string;
            description?: string;
            attachment_ids?: components["schemas"]["Id"][];
        };
        NewPublicNote: {
            kind: components["schemas"]["PublicNoteKind"];
            title: string;
            /** @description Plain lines; for everybody to read, so never a child's name, class, address or picture. */
            body?: string;
            reply?: string;
            consent_given?: boolean;
            consent_how?: string;
            /**
             * Format: int32
             * @description At the end when left out.
             */
            position?: number | null;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            ends_on?: string | null;
        };
        NewRecommendation: {
            /** @description One of the inspected units. */
            unit_id: components["schemas"]["Id"];
            text: string;
            /** Format: date */
            due_on: string;
        };
        NewReferral: {
            service: components["schemas"]["ReferralService"];
            to_unit_id?: components["schemas"]["Id"] | null;
            to?: string;
            purpose: string;
            /** @description The smallest set that serves. */
            shared?: components["schemas"]["SharedField"][];
            contact: string;
        };
        /** @description Whom to remind, and with what words. */
        NewReminder: {
            message?: string | null;
            /** @description Only these units; otherwise everybody whose part is open. */
            unit_ids?: components["schemas"]["Id"][] | null;
        };
        NewReport: {
            kind: components["schemas"]["ReportKind"];
            plan_id: components["schemas"]["Id"];
            /**
             * Format: date
             * @description A day of the week that is reported (`unit_week`), or the last day of a flash report; today when left out.
             * @example 2024-06-16
             */
            day?: string | null;
        };
        NewSavedFilter: {
            list: string;
            name: string;
            query: string;
        };
        NewSection: {
            parent_id?: components["schemas"]["Id"] | null;
            number: string;
            title: string;
            body?: string;
            /**
             * Format: int32
             * @description Where it comes in the reading order; at the end of its parent when missing.
             */
            position?: number | null;
        };
        /** @description The chairperson's decision to separate a child. */
        NewSeparation: {
            starts_at?: components["schemas"]["Instant"] | null;
            ends_at: components["schemas"]["Instant"];
            reason: string;
            place?: string;
            /** @description Who looks after the child there. */
            responsible: string;
            number?: string;
        };
        NewServiceAccount: {
            /** @example Phần mềm báo cáo của thị xã */
            name: string;
            /** @description The ward's leadership. */
            unit_id: components["schemas"]["Id"];
            /** @description At least one; no more than the machine needs. */
            scopes: components["schemas"]["MachineScope"][];
            /**
             * @description Addresses and ranges (CIDR) that it may be used from; none means any.
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses?: string[];
            /**
             * Format: date
             * @description The last day, at most two years from today.
             */
            expires_on: string;
        };
        NewSummerGroup: {
            /** Format: int32 */
            year: number;
            neighborhood_id?: components["schemas"]["Id"] | null;
            /** @example Nhóm nhi đồng khu phố 3 */
            name: string;
            leaders?: components["schemas"]["SummerLeader"][];
            note?: string;
            /** @description Take in the children of the received handovers of this neighborhood and year. */
            from_handovers?: boolean;
        };
        NewSummerLeave: {
            child_id: components["schemas"]["Id"];
            /** Format: date */
            from_date: string;
            /** Format: date */
            to_date: string;
            reason: string;
            asked_by?: string;
        };
        NewSummerOpinion: {
            child_id: components["schemas"]["Id"];
            parents: components["schemas"]["SummerConsent"];
            child?: components["schemas"]["SummerConsent"] | null;
            /**
             * Format: date
             * @description Today when left out.
             */
            asked_on?: string | null;
            method?: string;
            note?: string;
        };
        NewSummerSession: {
            group_id?: components["schemas"]["Id"] | null;
            neighborhood_id?: components["schemas"]["Id"] | null;
            /** Format: date */
            on_date: string;
            starts_at?: string | null;
            ends_at?: string | null;
            place: string;
            content: string;
            programme?: string;
            duration?: string;
            audience?: string;
            /** Format: int32 */
            expected?: number | null;
            form?: string;
            staff?: string;
            contribution?: string;
        };
        NewSupport: {
            kind: components["schemas"]["SupportKind"];
            /** Format: date */
            on_date: string;
            /** @example Tháng hành động vì trẻ em 2024 */
            programme?: string;
            /**
             * Format: int64
             * @description Đồng.
             */
            value?: number | null;
            note?: string;
        };
        /** @description A task to be made. */
        NewTask: {
            plan_id?: components["schemas"]["Id"] | null;
            section_id?: components["schemas"]["Id"] | null;
            title: string;
            description?: string;
            lead_unit_id: components["schemas"]["Id"];
            joining_unit_ids?: components["schemas"]["Id"][];
            each_unit?: boolean;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            due_on: string;
            priority?: components["schemas"]["Priority"] | null;
            /** Format: int64 */
            target?: number | null;
            measure?: string | null;
            upper_document?: components["schemas"]["UpperDocument"] | null;
            /** Format: int32 */
            evidence_required?: number;
        };
        /** @description A report or a comment. */
        NewTaskUpdate: {
            kind?: components["schemas"]["UpdateKind"] | null;
            /** Format: int32 */
            progress?: number | null;
            /** Format: int64 */
            actual?: number | null;
            note?: string;
            attachment_ids?: components["schemas"]["Id"][];
            unit_id?: components["schemas"]["Id"] | null;
        };
        NewUnit: {
            kind: components["schemas"]["UnitKind"];
            /**
             * @description Small letters, digits and hyphens; one of its kind in the ward.
             * @example khu-pho-12
             */
            code: string;
            /** @example Khu phố 12 */
            name: string;
        };
        NewUser: {
            /**
             * @description What the person signs in with: small letters without marks, digits, `.`, `_`, `-`.
             * @example khupho12
             */
            username: string;
            full_name: string;
            position?: string | null;
            /** @description Must fit the kind of the unit. */
            role: components["schemas"]["Role"];
            unit_id: components["schemas"]["Id"];
            email?: string | null;
            phone?: string | null;
        };
        NewWebhook: {
            /**
             * @description `https`, at a public address.
             * @example https://nhan.example.vn/bup
             */
            url: string;
            /** @description At least one. */
            events: components["schemas"]["WebhookEvent"][];
            description?: string;
        };
        /** @description A line behind the bell. */
        Notification: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["Kind"];
            /** @example Đơn vị bạn được giao một việc */
            text: string;
            /** @example tasks */
            resource: string;
            row_id: components["schemas"]["Id"];
            created_at: components["schemas"]["Instant"];
            read_at?: components["schemas"]["Instant"] | null;
        };
        /** @description A number written by hand. */
        NumberChange: {
            /** @example documents_issued */
            code: string;
            /** Format: int64 */
            value?: number | null;
            /**
             * Format: int64
             * @description Last year's, where the system does not know it.
             */
            previous?: number | null;
            /**
             * @description Where the number comes from: required, unless it is taken back.
             * @example Đếm theo biên bản kiểm tra ngày 20/6
             */
            note?: string;
            /** @description Takes back what was written: the counted number stands again. */
            reset?: boolean;
        };
        /** @description A number that differs between two revisions. */
        NumberDifference: {
            code: string;
            label: string;
            /** Format: int64 */
            before?: number | null;
            /** Format: int64 */
            after?: number | null;
        };
        /** @description An obstacle as its reader sees it. */
        Obstacle: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            task_id?: components["schemas"]["Id"] | null;
            task?: components["schemas"]["TaskRef"] | null;
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            raised_by?: components["schemas"]["UserRef"] | null;
            title: string;
            description: string;
            status: components["schemas"]["ObstacleStatus"];
            escalated_to?: components["schemas"]["EscalationLevel"] | null;
            escalated_at?: components["schemas"]["Instant"] | null;
            escalation_note: string;
            answer: string;
            answered_by?: components["schemas"]["UserRef"] | null;
            answered_at?: components["schemas"]["Instant"] | null;
            /**
             * Format: date
             * @description The working day by which an answer should be there.
             */
            answer_due_on: string;
            /** @description Not answered after that day, or answered later. */
            answer_late: boolean;
            closed_at?: components["schemas"]["Instant"] | null;
            attachments: components["schemas"]["Attachment"][];
            allowed_actions: components["schemas"]["ObstacleAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        ObstacleAction: "answer" | "escalate" | "close" | "edit";
        ObstacleAnswer: {
            answer: string;
        };
        /** @description While it is open, its text may be mended. */
        ObstacleChanges: {
            title?: string;
            description?: string | null;
        };
        ObstacleClosing: {
            note?: string | null;
        };
        ObstacleEscalation: {
            to: components["schemas"]["EscalationLevel"];
            /** @description What is asked of them. */
            note: string;
        };
        /**
         * @description `open → answered → closed`; `open → escalated → answered`.
         * @enum {string}
         */
        ObstacleStatus: "open" | "escalated" | "answered" | "closed";
        ObstacleTally: {
            /**
             * Format: int64
             * @description Without an answer.
             */
            open: number;
            /**
             * Format: int64
             * @description Of these, after their day.
             */
            late: number;
            /**
             * Format: int64
             * @description Of these, passed up.
             */
            escalated: number;
        };
        /**
         * @description Refused attempts are kept too.
         * @enum {string}
         */
        Outcome: "done" | "denied";
        /** @description One unit's share of a task. */
        Part: {
            unit: components["schemas"]["UnitRef"];
            is_lead: boolean;
            status: components["schemas"]["TaskStatus"];
            /**
             * Format: int32
             * @description Percent.
             */
            progress: number;
            /** Format: int64 */
            actual?: number | null;
            reported_at?: components["schemas"]["Instant"] | null;
            overdue: boolean;
        };
        Participant: {
            name: string;
            position?: string;
        };
        PasswordChange: {
            /** Format: password */
            current_password: string;
            /** Format: password */
            new_password: string;
        };
        PasswordProof: {
            /** Format: password */
            password: string;
        };
        /** @description What one role may do with one resource, in one scope. */
        Permission: {
            resource: components["schemas"]["Resource"];
            actions: components["schemas"]["Action"][];
            scope: components["schemas"]["ScopeKind"];
        };
        /** @description A plan as its reader sees it. */
        Plan: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            /** Format: int32 */
            year: number;
            title: string;
            number?: string | null;
            /** Format: date */
            issued_on?: string | null;
            issuer: string;
            theme: string;
            slogans: string[];
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            legal_bases: string[];
            hotlines: string[];
            recipients: string[];
            signed_by?: components["schemas"]["SignedBy"] | null;
            status: components["schemas"]["PlanStatus"];
            /** @description In reading order; empty in lists. */
            sections: components["schemas"]["Section"][];
            /** Format: int64 */
            task_count: number;
            copied_from_id?: components["schemas"]["Id"] | null;
            published_at?: components["schemas"]["Instant"] | null;
            allowed_actions: components["schemas"]["PlanAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        PlanAction: "edit" | "publish" | "close";
        PlanChanges: {
            title?: string;
            /** Format: int32 */
            year?: number;
            issuer?: string | null;
            number?: string | null;
            /** Format: date */
            issued_on?: string | null;
            theme?: string | null;
            slogans?: string[] | null;
            /** Format: date */
            starts_on?: string;
            /** Format: date */
            ends_on?: string;
            legal_bases?: string[] | null;
            hotlines?: string[] | null;
            recipients?: string[] | null;
            signed_by?: components["schemas"]["SignedBy"] | null;
        };
        PlanCopy: {
            /**
             * Format: int32
             * @example 2025
             */
            year: number;
            /** @description Otherwise last year's with the year changed. */
            title?: string | null;
        };
        PlanNote: {
            note?: string | null;
        };
        /**
         * @description A plan as the reader of documents proposes it, and, corrected, as it is made: the same body both ways.
         *     By hand, `year`, `title`, `starts_on` and `ends_on` are enough.
         */
        PlanPreview: {
            /** @example Triển khai thực hiện Tháng hành động vì trẻ em năm 2024 */
            title: string;
            /**
             * Format: int32
             * @example 2024
             */
            year: number;
            issuer?: string;
            number?: string | null;
            /** Format: date */
            issued_on?: string | null;
            theme?: string;
            slogans?: string[];
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            ends_on?: string | null;
            legal_bases?: string[];
            hotlines?: string[];
            signed_by?: components["schemas"]["SignedBy"] | null;
            recipients?: string[];
            sections?: components["schemas"]["SectionPreview"][];
            tasks?: components["schemas"]["TaskPreview"][];
            /** @description What the reader was unsure of; not read when the plan is made. */
            warnings?: components["schemas"]["PreviewWarning"][];
            /** @description Everything before the first section, to be read beside the proposal; not kept. */
            opening?: string;
            /** @description Everything after the last section; not kept. */
            closing?: string;
        };
        /** @description The plan of the month, in short. */
        PlanRef: {
            id: components["schemas"]["Id"];
            /** Format: int32 */
            year: number;
            title: string;
            theme: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
        };
        /**
         * @description `draft → published → closed`.
         * @enum {string}
         */
        PlanStatus: "draft" | "published" | "closed";
        /** @description How far a plan has come, by unit and by section. */
        PlanSummary: {
            plan_id: components["schemas"]["Id"];
            totals: components["schemas"]["Counts"];
            by_unit: components["schemas"]["UnitCounts"][];
            by_section: components["schemas"]["SectionCounts"][];
            generated_at: components["schemas"]["Instant"];
        };
        PoliceNotice: {
            /** @description To whom, on which paper (Decree 56/2017, art. 25.3: crime goes by criminal procedure). */
            to: string;
            note?: string;
        };
        /**
         * @description The household's standing by the multidimensional poverty line.
         * @enum {string}
         */
        Poverty: "none" | "near_poor" | "poor";
        PreviewWarning: {
            code: string;
            message: string;
            source?: string;
        };
        /** @enum {string} */
        Priority: "low" | "normal" | "high" | "urgent";
        Problem: {
            /** @description With 409: what is possible now */
            allowed?: string[];
            /** @description Stable, for programs */
            code: string;
            /** @description With 412: the row as it is now */
            current?: Record<string, never>;
            /** @description A sentence for people: what is wrong and what to do */
            detail: string;
            errors: {
                code: string;
                field: string;
                message: string;
            }[];
            /** @description With 403: the right that is missing */
            permission?: string;
            request_id: string;
            /** Format: int32 */
            status: number;
            title: string;
            type: string;
        };
        /**
         * @description What children are entitled to.
         * @enum {string}
         */
        Programme: "gift" | "visit" | "insurance_card" | "swimming_class" | "summer";
        ProgrammeCoverage: components["schemas"]["CoverageCount"] & {
            programme: components["schemas"]["Programme"];
            label: string;
            by_neighborhood: components["schemas"]["NeighborhoodCoverage"][];
        };
        /** @description A line of the programme. */
        ProgrammeLine: {
            /** @example 07:30 */
            time?: string | null;
            what: string;
            who?: string;
        };
        /** @description A programme in the whole of what the reader sees. */
        ProgrammeReach: components["schemas"]["CoverageCount"] & {
            programme: components["schemas"]["Programme"];
            label: string;
        };
        /** @description A number that took some work to find. */
        Proof: {
            challenge: string;
            /** Format: int64 */
            nonce: number;
        };
        /**
         * @description The levels of protection of the Law on Children, art. 47.
         * @enum {string}
         */
        ProtectionLevel: "support" | "intervention";
        /** @description What the public form sends. */
        PublicConcern: {
            narrative: string;
            /** @description The ward's code; may be left out where the installation has one. */
            ward?: string | null;
            child?: components["schemas"]["ConcernChild"];
            place?: string;
            /** @description Somebody is in danger now. */
            urgent?: boolean;
            reporter?: components["schemas"]["Reporter"] | null;
            /** @description Hidden from people: only programs fill it. */
            website?: string;
            proof?: components["schemas"]["Proof"] | null;
        };
        /** @description An event that is approved, held or reported, and meant for everybody. */
        PublicEvent: {
            id: components["schemas"]["Id"];
            title: string;
            /** @example Diễn đàn trẻ em */
            kind_label: string;
            starts_at: components["schemas"]["Instant"];
            ends_at?: components["schemas"]["Instant"] | null;
            place: string;
            /** @example Trẻ em từ 6 tuổi và cha mẹ */
            for_whom: string;
            lead_unit_name: string;
            /** @description `approved`, `held` or `reported`. */
            status: string;
        };
        /** @description A result in numbers, never a small number of people. */
        PublicFigure: {
            /** @example tasks_done */
            key: string;
            /**
             * @description A number, or "dưới 5".
             * @example 12/31
             */
            value: string;
            label: string;
        };
        /** @description A number to call. */
        PublicHotline: {
            /**
             * @description As it is dialled.
             * @example 111
             */
            phone: string;
            /** @example Tổng đài quốc gia bảo vệ trẻ em */
            label: string;
            /** @description When, and for whom. */
            note: string;
        };
        PublicInfo: {
            /** @example Búp Trên Cành */
            product: string;
            version: string;
            demo: boolean;
            /** @description Only in demo mode. */
            demo_accounts: components["schemas"]["DemoAccount"][];
            /** @description The ward that was asked for, or the only one of the installation. */
            ward_name?: string | null;
            /** @description Its own numbers to call, the first first. */
            ward_hotlines: components["schemas"]["Hotline"][];
        };
        /** @description A note as those who keep the page see it. */
        PublicNote: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["PublicNoteKind"];
            /** @example Phòng đuối nước */
            title: string;
            body: string;
            /** @description What the ward did, under what children said. */
            reply: string;
            /** @description Of a giver: agreed to be named to everybody. */
            consent_given: boolean;
            /**
             * @description How they agreed.
             * @example Đồng ý qua điện thoại ngày 02/6
             */
            consent_how: string;
            /**
             * Format: int32
             * @description Small numbers stand first.
             */
            position: number;
            /** @description Approved for everybody to read, within its days. */
            is_shown: boolean;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            ends_on?: string | null;
            allowed_actions: components["schemas"]["PublicNoteAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @enum {string} */
        PublicNoteAction: "edit" | "show" | "hide";
        /** @description A merge patch. What is shown was approved as it stood: other words are hidden until they are approved again. */
        PublicNoteChanges: {
            title?: string;
            body?: string | null;
            reply?: string | null;
            consent_given?: boolean;
            consent_how?: string | null;
            /** Format: int32 */
            position?: number;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            ends_on?: string | null;
        };
        /** @enum {string} */
        PublicNoteKind: "notice" | "advice" | "voice" | "giver";
        /** @description Everything on a ward's public page. */
        PublicPage: {
            ward: components["schemas"]["PublicWard"];
            plan?: components["schemas"]["PublicPlan"] | null;
            /** @description In the order in which they should be tried. */
            hotlines: components["schemas"]["PublicHotline"][];
            notices: components["schemas"]["PublicText"][];
            /** @description Those to come first, the nearest at the head; then those that were held, the latest at the head. */
            events: components["schemas"]["PublicEvent"][];
            advice: components["schemas"]["PublicText"][];
            figures: components["schemas"]["PublicFigure"][];
            /** @description Named with their consent. */
            givers: components["schemas"]["PublicText"][];
            /** @description What children said, without their names, and what the ward did. */
            voices: components["schemas"]["PublicText"][];
            /**
             * Format: int64
             * @description Hours within which a child in danger must be protected (Decree 56/2017, arts 26.3, 31.1).
             */
            emergency_hours: number;
            /**
             * Format: int32
             * @description Working days within which a plan of support must be there (Decree 56/2017, art. 28.1).
             */
            plan_working_days: number;
        };
        /** @description The plan of the month, in short. */
        PublicPlan: {
            /** Format: int32 */
            year: number;
            /** @example Hành động thiết thực, ưu tiên nguồn lực cho trẻ em */
            theme: string;
            /** Format: date */
            starts_on: string;
            /** Format: date */
            ends_on: string;
            slogans: string[];
        };
        /** @description A note of the ward's own words. */
        PublicText: {
            title: string;
            /** @description A line break ends a paragraph. */
            body: string;
            /** @description What the ward did; of voices only. */
            reply?: string;
        };
        /** @description A ward, as everybody knows it. */
        PublicWard: {
            /** @example ba-dinh */
            code: string;
            /** @example Phường Ba Đình */
            name: string;
        };
        /**
         * @description What consent is asked for, one by one; silence is none.
         * @enum {string}
         */
        Purpose: "photos" | "named_list" | "sponsor" | "activity";
        /** @description How many were marked as read. */
        ReadResult: {
            read: number;
        };
        /**
         * @description The way on which it came (Mẫu 01, A.1).
         * @enum {string}
         */
        ReceivedVia: "phone" | "in_person" | "third_person" | "letter" | "social_network" | "hotline_111" | "police" | "school" | "health" | "public_form" | "other_commune" | "other";
        /** @description A recommendation as its reader sees it. */
        Recommendation: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            inspection_id: components["schemas"]["Id"];
            inspection_title: string;
            /** @description Who is to put it right. */
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            lead_unit?: components["schemas"]["UnitRef"] | null;
            /**
             * Format: int32
             * @description 1 is the inspection's first.
             */
            number: number;
            /** @example Rào, cắm biển cảnh báo ao cạnh nhà văn hóa */
            text: string;
            /** Format: date */
            made_on: string;
            /** Format: date */
            due_on: string;
            /** @description Open after its day. */
            late: boolean;
            /**
             * Format: int64
             * @description Days until it is due; negative when it has passed.
             */
            days_left: number;
            status: components["schemas"]["RecommendationStatus"];
            /** @description Why it was returned or withdrawn. */
            status_reason: string;
            /** @description What the unit has done. */
            fix_note: string;
            fixed_at?: components["schemas"]["Instant"] | null;
            fixed_by?: components["schemas"]["UserRef"] | null;
            /** @description What the inspector found. */
            check_note: string;
            verified_at?: components["schemas"]["Instant"] | null;
            verified_by?: components["schemas"]["UserRef"] | null;
            /** Format: date */
            reminded_on?: string | null;
            /** @description The unit's evidence. */
            attachments: components["schemas"]["Attachment"][];
            allowed_actions: components["schemas"]["RecommendationAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /**
         * @description What the reader may do with it now.
         * @enum {string}
         */
        RecommendationAction: "edit" | "fix" | "verify" | "return" | "withdraw" | "remind";
        /** @description While it is open, it may be mended. */
        RecommendationChanges: {
            text?: string;
            /** Format: date */
            due_on?: string;
        };
        /** @description What the inspector found. */
        RecommendationCheck: {
            note?: string;
        };
        /** @description How many recommendations stand where, of those that the reader sees. */
        RecommendationCounts: {
            /** Format: int64 */
            open: number;
            /**
             * Format: int64
             * @description Open after their day; counted in `open` too.
             */
            late: number;
            /** Format: int64 */
            fixed: number;
            /** Format: int64 */
            verified: number;
        };
        /** @description What the unit has done. */
        RecommendationFix: {
            note: string;
            attachment_ids?: components["schemas"]["Id"][];
        };
        /** @description An action that needs no words. */
        RecommendationMove: Record<string, never>;
        RecommendationReason: {
            reason: string;
        };
        /**
         * @description `open → fixed → verified`; returned it is `open` again, with the reason; `open → withdrawn`.
         * @enum {string}
         */
        RecommendationStatus: "open" | "fixed" | "verified" | "withdrawn";
        /** @description Ten codes to keep on paper; each opens the account once. */
        RecoveryCodes: {
            recovery_codes: string[];
        };
        /** @description A referral as the desk and its receiver see it. */
        Referral: {
            id: components["schemas"]["Id"];
            case_id?: components["schemas"]["Id"] | null;
            service: components["schemas"]["ReferralService"];
            to_unit?: components["schemas"]["UnitRef"] | null;
            to: string;
            purpose: string;
            shared: components["schemas"]["SharedField"][];
            /** @description Whom to call. */
            contact: string;
            status: components["schemas"]["ReferralStatus"];
            sent_by?: components["schemas"]["UserRef"] | null;
            sent_at: components["schemas"]["Instant"];
            answer_due_at: components["schemas"]["Instant"];
            answer_late: boolean;
            answered_at?: components["schemas"]["Instant"] | null;
            answered_by: string;
            answer: string;
            result: string;
            done_at?: components["schemas"]["Instant"] | null;
            link_expires_at?: components["schemas"]["Instant"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @description What the officer gives to a receiver without an account, by telephone or by hand. Shown once. */
        ReferralLink: {
            token: string;
            expires_at: components["schemas"]["Instant"];
        };
        ReferralNote: {
            note?: string;
        };
        /** @enum {string} */
        ReferralService: "health" | "psychology" | "school" | "legal_aid" | "social_work_centre" | "police" | "safe_shelter" | "other";
        /** @enum {string} */
        ReferralStatus: "sent" | "accepted" | "refused" | "done" | "revoked";
        Refresh: {
            /** @description For mobile clients; browsers send their cookie. */
            refresh_token?: string | null;
        };
        /** @enum {string} */
        RegistrationStatus: "registered" | "waiting" | "cancelled";
        /** @description What a corrected document would change; nothing is stored yet. */
        Reimport: {
            preview: components["schemas"]["PlanPreview"];
            changes: components["schemas"]["Difference"][];
        };
        /** @description The differences that the officer accepts. */
        ReimportAcceptance: {
            /** @description As it was answered, with the officer's corrections. */
            preview: components["schemas"]["PlanPreview"];
            /** @description Keys of accepted differences. */
            accept: string[];
        };
        /** @enum {string} */
        Relation: "father" | "mother" | "grandparent" | "sibling" | "relative" | "guardian" | "other";
        /** @description How many units were reminded. */
        RemindedUnits: {
            reminded: number;
        };
        /** @description A reminder to one unit, and what it answered. */
        Reminder: {
            id: components["schemas"]["Id"];
            task: components["schemas"]["TaskRef"];
            unit: components["schemas"]["UnitRef"];
            kind: components["schemas"]["ReminderKind"];
            sent_at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            message: string;
            answered_at?: components["schemas"]["Instant"] | null;
            /** @description The note of the report that answered it. */
            answer?: string | null;
        };
        /** @enum {string} */
        ReminderKind: "manual" | "before_due" | "due" | "overdue";
        /**
         * @description How often a series comes back.
         * @enum {string}
         */
        RepeatEvery: "day" | "week";
        /** @description A report with its words and numbers. */
        Report: components["schemas"]["ReportLine"] & {
            head: components["schemas"]["ReportHead"];
            sections: components["schemas"]["ReportSection"][];
            indicators: components["schemas"]["IndicatorValue"][];
            /** @description The numbers are those of the moment when it was handed in; otherwise of this one. */
            is_frozen: boolean;
            /** @description Small numbers are held back for this reader. */
            is_suppressed: boolean;
            /** @description What does not fit, while it is being written. */
            checks: components["schemas"]["ReportCheck"][];
            steps: components["schemas"]["ReportStep"][];
            submitted_by?: components["schemas"]["UserRef"] | null;
            approved_by?: components["schemas"]["UserRef"] | null;
        };
        /** @enum {string} */
        ReportAction: "edit" | "submit" | "approve" | "return" | "send" | "acknowledge" | "revise";
        ReportChanges: {
            title?: string;
            head?: components["schemas"]["ReportHead"];
            /** @description The sections to change; the others stay. */
            sections?: components["schemas"]["SectionChange"][];
            /** @description The numbers to write or to take back; the others stay. */
            numbers?: components["schemas"]["NumberChange"][];
        };
        /** @description Something in the numbers or the text that does not fit. */
        ReportCheck: {
            /** @example part_exceeds_whole */
            code: string;
            severity: components["schemas"]["CheckSeverity"];
            /**
             * @description The indicator or the section.
             * @example tasks_done
             */
            about: string;
            message: string;
        };
        /** @description What changed since the cursor; a report may come twice, never not at all. */
        ReportFeed: {
            items: components["schemas"]["ReportLine"][];
            /** @description Always there: keep it and ask with it the next time. */
            next_cursor: string;
            /** @description There is more to be had at once. */
            more: boolean;
        };
        /** @description What stands around the text of a report (Decree 30/2020, art. 8.2). */
        ReportHead: {
            /**
             * Format: int32
             * @description Given by the ward's clerk when it is signed.
             * @example 45
             */
            number?: number | null;
            /** Format: date */
            issued_on?: string | null;
            /** @description Kính gửi. */
            addressee: string;
            /** @description Nơi nhận. */
            recipients: string[];
        };
        /** @enum {string} */
        ReportKind: "ward_final" | "ward_flash" | "unit_week" | "unit_final";
        /** @description A report as a list shows it. */
        ReportLine: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            /** @example Phường Ba Đình */
            ward_name: string;
            unit?: components["schemas"]["UnitRef"] | null;
            plan_id: components["schemas"]["Id"];
            kind: components["schemas"]["ReportKind"];
            title: string;
            /** Format: int32 */
            year: number;
            /** Format: date */
            period_from: string;
            /** Format: date */
            period_to: string;
            /** Format: date */
            due_on?: string | null;
            /** @description The day is over and it was not handed in. */
            late: boolean;
            status: components["schemas"]["ReportStatus"];
            /**
             * Format: int32
             * @description How many revisions were handed in; the upper level sees the number of the one it has.
             */
            revision: number;
            /**
             * Format: int32
             * @description Which revision the upper level has.
             */
            sent_revision?: number | null;
            /** @description Why it was returned, or is written anew. */
            reason: string;
            submitted_at?: components["schemas"]["Instant"] | null;
            approved_at?: components["schemas"]["Instant"] | null;
            sent_at?: components["schemas"]["Instant"] | null;
            acknowledged_at?: components["schemas"]["Instant"] | null;
            allowed_actions: components["schemas"]["ReportAction"][];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A step that needs no words. */
        ReportMove: {
            /**
             * @default
             * @example Đã nhận đủ số liệu
             */
            note: string;
        };
        /** @description Why a report is returned or written anew. */
        ReportReason: {
            /** @example Thiếu phần đánh giá nguyên nhân */
            reason: string;
        };
        ReportReminder: {
            plan_id: components["schemas"]["Id"];
            kind: components["schemas"]["ReportKind"];
            /** Format: date */
            day?: string | null;
            /** @description Whom; everybody whose report is missing when empty. */
            unit_ids?: components["schemas"]["Id"][];
        };
        /** @description A revision in a list. */
        ReportRevision: {
            /** Format: int32 */
            revision: number;
            /** @description Why it was written; empty for the first. */
            reason: string;
            by?: components["schemas"]["UserRef"] | null;
            at: components["schemas"]["Instant"];
            /** @description The upper level has it. */
            is_sent: boolean;
        };
        /** @description A heading of the report with its text. */
        ReportSection: {
            /** @example gifts */
            key: string;
            /** @example II.3 */
            number: string;
            /** @example Thăm hỏi, tặng quà */
            title: string;
            /** @description Paragraphs, one a line; a line that begins with "- " is an item. */
            body: string;
            /** @description Somebody wrote it; otherwise it is what the numbers say. */
            edited: boolean;
            /** @description What the numbers say now, while the report is being written. */
            suggested?: string | null;
        };
        /** @description The number and the day that the clerk gave the signed paper. */
        ReportSending: {
            /**
             * Format: int32
             * @default null
             * @example 45
             */
            number: number | null;
            /**
             * Format: date
             * @default null
             * @example 2024-07-10
             */
            issued_on: string | null;
        };
        /**
         * @description `draft → submitted → approved → sent → acknowledged`; `→ returned`; a correction is a new revision.
         * @enum {string}
         */
        ReportStatus: "draft" | "submitted" | "approved" | "sent" | "acknowledged" | "returned";
        /** @description Something that was done with a report. */
        ReportStep: {
            action: components["schemas"]["ReportAction"];
            /** Format: int32 */
            revision: number;
            note: string;
            by?: components["schemas"]["UserRef"] | null;
            at: components["schemas"]["Instant"];
        };
        /** @description To whom the ward reports, and by when. Levels and days have changed and will change again (docs/decisions.md). */
        ReportTerms: {
            /**
             * @description "Kính gửi"; empty for the unit above the ward.
             * @default
             * @example Ủy ban nhân dân tỉnh Thanh Hóa (qua Sở Y tế)
             */
            addressee: string;
            /**
             * @description "Nơi nhận", one line each, without the last one for the archive.
             * @default []
             */
            recipients: string[];
            /**
             * Format: int32
             * @description The last day of the yearly report (Circular 28/2019, art. 5.1, Circular 16/2025: before 20 July).
             * @default 7
             */
            due_month: number;
            /**
             * Format: int32
             * @default 19
             */
            due_day: number;
            /**
             * Format: int32
             * @description Days after the plan's end within which units hand in their own.
             * @default 5
             */
            unit_days: number;
            /**
             * Format: int64
             * @description Numbers from 1 up to this one, not included, are held back where they leave the ward.
             * @default 5
             */
            suppress_below: number;
        };
        /** @description Whoever told it, if they agreed to say so (A.3). The Law on Domestic Violence 13/2022, art. 34.2, protects them. */
        Reporter: {
            /** @default  */
            name: string;
            /** @default  */
            phone: string;
            /** @default  */
            address: string;
            /** @default  */
            note: string;
        };
        /** @description Who has handed in a report of a period and who has not. */
        ReportsDue: {
            plan_id: components["schemas"]["Id"];
            kind: components["schemas"]["ReportKind"];
            /** Format: date */
            period_from: string;
            /** Format: date */
            period_to: string;
            /** Format: date */
            due_on: string;
            late: boolean;
            /** Format: int64 */
            handed_in: number;
            /** Format: int64 */
            missing: number;
            units: components["schemas"]["UnitReportState"][];
        };
        ReportsOverview: {
            /** Format: int32 */
            year: number;
            kind: components["schemas"]["ReportKind"];
            /** Format: int64 */
            wards_total: number;
            /** Format: int64 */
            sent: number;
            /** Format: int64 */
            acknowledged: number;
            /** Format: int64 */
            returned: number;
            /** Format: int64 */
            missing: number;
            /** Format: int64 */
            late: number;
            wards: components["schemas"]["WardReports"][];
            sums: components["schemas"]["IndicatorSum"][];
        };
        /** @description What was done about a request. */
        RequestAnswer: {
            /** @description `answered`, `executed` or `refused`. */
            status: components["schemas"]["RequestStatus"];
            answer: string;
        };
        /**
         * @description What a family may ask (Law 91/2025/QH15, art. 4).
         * @enum {string}
         */
        RequestKind: "view" | "correct" | "provide" | "withdraw" | "restrict" | "delete";
        /**
         * @description `received → answered → executed`, or `refused` with the reason.
         * @enum {string}
         */
        RequestStatus: "received" | "answered" | "executed" | "refused";
        /** @description A password to hand over; it must be changed at the next sign-in. */
        ResetPassword: {
            /** @description Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then reset it again). */
            initial_password?: string | null;
        };
        /**
         * @description Everything that has rights of its own.
         * @enum {string}
         */
        Resource: "plans" | "tasks" | "obstacles" | "events" | "safety_plans" | "children" | "summer" | "injuries" | "concerns" | "cases" | "case_numbers" | "hazards" | "resources" | "communications" | "consultations" | "inspections" | "recommendations" | "commendations" | "reports" | "accounts" | "audit" | "wards" | "webhooks" | "own";
        /**
         * @description How a review ends (art. 30.1 b, c).
         * @enum {string}
         */
        ReviewOutcome: "close" | "continue";
        /** @description Everything that a revision says, for whoever looks at an older one. */
        RevisionContent: {
            /** Format: int32 */
            revision: number;
            head: components["schemas"]["ReportHead"];
            sections: components["schemas"]["ReportSection"][];
            indicators: components["schemas"]["IndicatorValue"][];
        };
        /** @description What a revision says otherwise than the one before. */
        RevisionDifference: {
            /** Format: int32 */
            revision: number;
            /** Format: int32 */
            against: number;
            numbers: components["schemas"]["NumberDifference"][];
            sections: components["schemas"]["SectionDifference"][];
        };
        /**
         * @description How heavy the heaviest danger is: up to 5, up to 14, from 15 on.
         * @enum {string}
         */
        RiskLevel: "low" | "medium" | "high";
        /**
         * @description What a user is in the ward; a user has exactly one.
         * @enum {string}
         */
        Role: "leader" | "social_officer" | "culture_officer" | "youth_union" | "police" | "front" | "neighborhood" | "school" | "health" | "superior" | "admin";
        RowChoice: {
            sheet: string;
            /** Format: int32 */
            row: number;
            take: components["schemas"]["RowDecision"];
        };
        /**
         * @description What becomes of a row that may be somebody who is there already.
         * @enum {string}
         */
        RowDecision: "new" | "update" | "skip";
        /** @description What is wrong or odd with a row. */
        RowError: {
            /** @description `C`; none where something is missing that has no column. */
            column?: string | null;
            field?: components["schemas"]["ChildField"] | null;
            /** @example birth_unreadable */
            code: string;
            /** @description A warning lets the row through. */
            is_warning: boolean;
            message: string;
        };
        /**
         * @description What will become of a row.
         * @enum {string}
         */
        RowState: "new" | "changed" | "duplicate" | "wrong" | "left_out";
        /**
         * @description What the reader of a safety plan may do with it now.
         * @enum {string}
         */
        SafetyAction: "draft" | "edit" | "approve" | "return";
        /** @enum {string} */
        SafetyAnswer: "open" | "ready" | "missing" | "not_needed";
        /** @description Children and adults beside the ward's rule: a warning, no bar. Of a series the session that lacks most. */
        SafetyCare: {
            /** Format: int32 */
            children: number;
            /** Format: int32 */
            adults: number;
            by_water: boolean;
            /**
             * Format: int32
             * @description Children whom one adult can look after here.
             */
            children_per_adult: number;
            /** Format: int32 */
            adults_needed: number;
            is_enough: boolean;
        };
        /** @description The police's decision on paper. */
        SafetyDecision: {
            /** @example 12/PA-CAP */
            decision_number: string;
            /**
             * Format: date
             * @description Not in the future.
             */
            decision_date: string;
        };
        /** @description The event in short. */
        SafetyEvent: {
            id: components["schemas"]["Id"];
            title: string;
            kind: components["schemas"]["EventKind"];
            status: components["schemas"]["EventStatus"];
            starts_at: components["schemas"]["Instant"];
            ends_at: components["schemas"]["Instant"];
            place: string;
            point?: components["schemas"]["MapPoint"] | null;
            lead_unit?: components["schemas"]["UnitRef"] | null;
            /** Format: int32 */
            expected_children: number;
            /** Format: int32 */
            expected_adults: number;
            conditions: components["schemas"]["EventConditions"];
            safety_plan_required: boolean;
            reasons: components["schemas"]["SafetyReason"][];
            /**
             * Format: int32
             * @description How many share the plan; 1 for a single event.
             */
            sessions: number;
        };
        /** @description A required point that is not ready, or a required topic of which all points are without need. */
        SafetyGap: {
            topic: string;
            label: string;
            answer: components["schemas"]["SafetyAnswer"];
        };
        /** @description A point of the checklist. The template is data (`safety/template.rs`); what was answered stays with the plan. */
        SafetyItem: {
            /** @example first_aid */
            topic: string;
            /** @example Có nhân viên y tế và tủ thuốc tại chỗ */
            label: string;
            answer: components["schemas"]["SafetyAnswer"];
            /** @description How, in words. */
            note?: string;
            /** @description Who answers for it. */
            who?: string;
        };
        /** @description Who stands where, and how to reach them. */
        SafetyOfficer: {
            name: string;
            unit?: string;
            /** @example Chốt giao thông cổng trường */
            duty?: string;
            /**
             * @description May be missing in a draft.
             * @example 0912345678
             */
            phone?: string;
        };
        /** @description A safety plan as its reader sees it. */
        SafetyPlan: {
            id: components["schemas"]["Id"];
            /** @description The event that holds it: of a series its first session. */
            event_id: components["schemas"]["Id"];
            event: components["schemas"]["SafetyEvent"];
            status: components["schemas"]["SafetyStatus"];
            /** @description Approved, and for this event as it stands now. */
            holds: boolean;
            items: components["schemas"]["SafetyItem"][];
            risks: components["schemas"]["SafetyRisk"][];
            officers: components["schemas"]["SafetyOfficer"][];
            note: string;
            /**
             * Format: int32
             * @description The heaviest danger: likelihood × harm, 0 without any.
             */
            score: number;
            level: components["schemas"]["RiskLevel"];
            /** @description What keeps the checklist from being approved. */
            open: components["schemas"]["SafetyGap"][];
            care: components["schemas"]["SafetyCare"];
            return_reason: string;
            /** @example 12/PA-CAP */
            decision_number: string;
            /** Format: date */
            decision_date?: string | null;
            drafted_by?: components["schemas"]["UserRef"] | null;
            drafted_at?: components["schemas"]["Instant"] | null;
            decided_by?: components["schemas"]["UserRef"] | null;
            decided_at?: components["schemas"]["Instant"] | null;
            allowed_actions: components["schemas"]["SafetyAction"][];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A merge patch; a list is replaced as a whole. Of an approved plan it takes the approval back, and the event's. */
        SafetyPlanChanges: {
            items?: components["schemas"]["SafetyItem"][];
            risks?: components["schemas"]["SafetyRisk"][];
            officers?: components["schemas"]["SafetyOfficer"][];
            note?: string;
        };
        /** @description The whole plan: what stood there before is replaced. */
        SafetyPlanDraft: {
            items: components["schemas"]["SafetyItem"][];
            risks?: components["schemas"]["SafetyRisk"][];
            officers?: components["schemas"]["SafetyOfficer"][];
            /** @description Sơ tán, chỉ huy, liên lạc: in free words. */
            note?: string;
        };
        /** @description A line of the desk: what waits, for which event. */
        SafetyPlanLine: {
            id: components["schemas"]["Id"];
            event: components["schemas"]["SafetyEvent"];
            status: components["schemas"]["SafetyStatus"];
            /** Format: int32 */
            score: number;
            level: components["schemas"]["RiskLevel"];
            /** @description The next session; of a single event its own beginning. */
            next_at: components["schemas"]["Instant"];
            /** Format: int64 */
            days_left: number;
            /** @description Not approved, and nearer than the ward's days for the police. */
            late: boolean;
            drafted_by?: components["schemas"]["UserRef"] | null;
            drafted_at?: components["schemas"]["Instant"] | null;
            /** Format: int32 */
            version: number;
        };
        /** @description A safety plan as its event shows it, to whoever may see the event. */
        SafetyPlanRef: {
            status: components["schemas"]["SafetyStatus"];
            /** @description Approved, and for an event as it stands now. */
            holds: boolean;
            decision_number: string;
            /** Format: date */
            decision_date?: string | null;
        };
        /**
         * @description Why an event needs a safety plan.
         * @enum {string}
         */
        SafetyReason: "crowd" | "water" | "night" | "road" | "fire";
        /** @description Why a plan goes back. */
        SafetyReturn: {
            reason: string;
        };
        /** @description A danger with its weight: likelihood × harm, 1 to 25. */
        SafetyRisk: {
            what: string;
            /** Format: int32 */
            likelihood: number;
            /** Format: int32 */
            harm: number;
            /** @description What is done against it. */
            measure?: string;
        };
        /**
         * @description `requested → drafted → approved`, or back as `returned`.
         * @enum {string}
         */
        SafetyStatus: "requested" | "drafted" | "approved" | "returned";
        /** @description What a plan begins with. */
        SafetyTemplate: {
            /** Format: int32 */
            version: number;
            topics: components["schemas"]["SafetyTopic"][];
            /** @description Dangers to think of. */
            risks: components["schemas"]["SafetyRisk"][];
            care: components["schemas"]["SafetyCare"];
            event: components["schemas"]["SafetyEvent"];
            allowed_actions: components["schemas"]["SafetyAction"][];
        };
        /** @description A topic of the template with its points. */
        SafetyTopic: {
            /** @example first_aid */
            topic: string;
            /** @example Y tế, sơ cấp cứu */
            name: string;
            /** @description Must be answered before the plan of this event is approved. */
            required: boolean;
            points: string[];
        };
        /** @description The filters of a list under a name, as they stand in its address. */
        SavedFilter: {
            id: components["schemas"]["Id"];
            /** @example tasks */
            list: string;
            name: string;
            /** @example overdue=true&sort=due_on */
            query: string;
            created_at: components["schemas"]["Instant"];
        };
        /**
         * @description Which rows a right reaches.
         * @enum {string}
         */
        ScopeKind: "ward" | "unit" | "neighborhood" | "school" | "assigned" | "own" | "below";
        /**
         * @description How a screening ends.
         * @enum {string}
         */
        ScreeningDecision: "open_case" | "join_case" | "refer" | "duplicate" | "no_action";
        /**
         * @description Who may know that a child is in a group.
         * @enum {string}
         */
        Secrecy: "normal" | "sensitive" | "closed";
        SecretRotation: {
            /**
             * Format: int64
             * @description Hours (0–72) for which the old secret still counts, so that the machine can be told meanwhile.
             * @example 24
             */
            grace_hours: number;
        };
        /** @description A section of a plan. */
        Section: {
            id: components["schemas"]["Id"];
            parent_id?: components["schemas"]["Id"] | null;
            /**
             * Format: int32
             * @description Its place among all sections of the plan, in reading order.
             */
            position: number;
            /** @example a */
            number: string;
            /** @example III.2.a */
            path: string;
            title: string;
            /** @description Its whole text, a line for each paragraph. */
            body: string;
        };
        /** @description The text of a section. */
        SectionChange: {
            /** @example gifts */
            key: string;
            /** @description `null` takes back what was written: what the numbers say stands again. */
            body?: string | null;
        };
        SectionChanges: {
            number?: string;
            title?: string | null;
            body?: string | null;
        };
        SectionCounts: {
            section_id: components["schemas"]["Id"];
            path: string;
            title: string;
            /** @description With those of the sections below it. */
            counts: components["schemas"]["Counts"];
        };
        /** @description A section that differs between two revisions. */
        SectionDifference: {
            key: string;
            title: string;
            before: string;
            after: string;
        };
        SectionPreview: {
            /**
             * @description The whole path.
             * @example III.2.a
             */
            key: string;
            number?: string;
            title: string;
            body?: string;
            parent_key?: string | null;
        };
        /** @description How far the tasks of one section have come. */
        SectionTally: {
            path: string;
            title: string;
            /** Format: int64 */
            done: number;
            /** Format: int64 */
            doing: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            total: number;
        };
        SectionWork: components["schemas"]["WorkTally"] & {
            section_id: components["schemas"]["Id"];
            /** @example III.1 */
            path: string;
            title: string;
        };
        SeparationExtension: {
            ends_at: components["schemas"]["Instant"];
            reason: string;
        };
        ServiceAccount: {
            /** @description The `client_id` of its sign-in. */
            id: components["schemas"]["Id"];
            /** @example Phần mềm báo cáo của thị xã */
            name: string;
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            scopes: components["schemas"]["MachineScope"][];
            /**
             * @description Addresses and ranges (CIDR) that it may be used from; none means any.
             * @example [
             *       "203.0.113.0/24"
             *     ]
             */
            addresses: string[];
            /**
             * Format: date
             * @description The last day, included.
             */
            expires_on: string;
            status: components["schemas"]["ServiceAccountStatus"];
            old_secret_until?: components["schemas"]["Instant"] | null;
            last_used_at?: components["schemas"]["Instant"] | null;
            last_used_address?: string | null;
            revoked_at?: components["schemas"]["Instant"] | null;
            revoked_reason: string;
            created_by?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        ServiceAccountChanges: {
            name?: string;
            unit_id?: components["schemas"]["Id"];
            scopes?: components["schemas"]["MachineScope"][];
            addresses?: string[] | null;
            /** Format: date */
            expires_on?: string;
        };
        ServiceAccountRevocation: {
            reason: string;
        };
        /**
         * @description Whether a service account may be used today.
         * @enum {string}
         */
        ServiceAccountStatus: "active" | "expired" | "revoked";
        /** @description An account with a secret that was just made. */
        ServiceAccountWithSecret: components["schemas"]["ServiceAccount"] & {
            /** @description Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then rotate). */
            client_secret?: string | null;
        };
        /** @description A place where somebody is signed in. */
        Session: {
            id: components["schemas"]["Id"];
            /** @description The one that asks. */
            current: boolean;
            client: components["schemas"]["Client"];
            user_agent: string;
            created_at: components["schemas"]["Instant"];
            last_used_at: components["schemas"]["Instant"];
            idle_ends_at: components["schemas"]["Instant"];
            expires_at: components["schemas"]["Instant"];
            shared_device: boolean;
        };
        /** @description The settings to change; those left out stay as they are. */
        SettingsChanges: {
            reminder_days_before?: number[] | null;
            reminder_days_after?: number[] | null;
            /** Format: int32 */
            answer_working_days?: number | null;
            /** Format: int64 */
            due_soon_days?: number | null;
            /** Format: int32 */
            digest_hour?: number | null;
            cases?: components["schemas"]["CaseTerms"] | null;
            events?: components["schemas"]["EventTerms"] | null;
            reports?: components["schemas"]["ReportTerms"] | null;
            /** @description All of them, in their order; at most five. */
            hotlines?: components["schemas"]["Hotline"][] | null;
        };
        /** @enum {string} */
        Sex: "male" | "female" | "unknown";
        /** @description A piece of what is sent: a label and a value, chosen one by one. */
        SharedField: {
            /** @example Năm sinh */
            label: string;
            value?: string;
        };
        SignIn: {
            /** @example chinhsach */
            username: string;
            /** Format: password */
            password: string;
            /** @description The six digits of the app, or one of the recovery codes. */
            otp?: string | null;
            client?: components["schemas"]["Client"] | null;
            /** @description A machine that others use too: the session ends after 8 hours, else after 30 days. */
            shared_device?: boolean;
        };
        /** @description Who signed the plan on paper. */
        SignedBy: {
            /** @example Trần Thị Nga */
            name: string;
            /** @example PHÓ CHỦ TỊCH */
            position: string;
        };
        SignedIn: {
            access_token: string;
            /** @example Bearer */
            token_type: string;
            /**
             * Format: int64
             * @description Seconds until the access token ends.
             */
            expires_in: number;
            /** @description Only for `"client": "mobile"`. */
            refresh_token?: string | null;
            user: components["schemas"]["SignedInUser"];
            must_change_password: boolean;
            otp_setup_required: boolean;
        };
        /** @description Who signed in, in short; `GET /me` tells the rest. */
        SignedInUser: {
            id: components["schemas"]["Id"];
            username: string;
            full_name: string;
            role: components["schemas"]["Role"];
            unit_id: components["schemas"]["Id"];
            must_change_password: boolean;
        };
        SkipReason: {
            /** @description `empty`, `no_table`, `no_children` or `ignored`. */
            code: string;
            message_vi: string;
            message_en: string;
        };
        SkippedRow: {
            /** Format: int32 */
            number: number;
            /** @description `numbering`, `repeated_header`, `section`, `total`, `example`, `footer` or `continuation`. */
            kind: string;
            text: string;
        };
        /**
         * @description The way on which a row was changed.
         * @enum {string}
         */
        Source: "form" | "import" | "import_undo" | "handover" | "move" | "merge" | "merge_undo" | "system";
        /** @description What was added. */
        StarterNotes: {
            /** Format: int64 */
            added: number;
        };
        SubGroup: {
            code: string;
            label: string;
        };
        /**
         * @description What kind of child the title of Mẫu 01 names.
         * @enum {string}
         */
        SubjectKind: "abused" | "at_risk" | "special_circumstances" | "unclear";
        /** @description How many came. */
        SummerAttendanceCount: {
            /** Format: int64 */
            present: number;
            /** Format: int64 */
            late: number;
            /** Format: int64 */
            excused: number;
            /** Format: int64 */
            absent: number;
        };
        SummerCancellation: {
            reason: string;
        };
        /**
         * @description What was said to a child's taking part.
         * @enum {string}
         */
        SummerConsent: "agrees" | "declines";
        /** @description Whom to call for a child. */
        SummerContact: {
            relation: components["schemas"]["Relation"];
            full_name: string;
            phone?: string | null;
        };
        /** @description A neighborhood's summer in numbers, or a group's. */
        SummerCount: {
            neighborhood_id: components["schemas"]["Id"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            group_id?: components["schemas"]["Id"] | null;
            group_name?: string | null;
            /**
             * Format: int64
             * @description In received or returned handovers.
             */
            received: number;
            /** Format: int64 */
            members: number;
            /** Format: int64 */
            sessions: number;
            attendance: components["schemas"]["SummerAttendanceCount"];
            /**
             * Format: int64
             * @description Percent of those not excused who came.
             */
            rate?: number | null;
        };
        /** @description A group in a list. */
        SummerGroup: {
            id: components["schemas"]["Id"];
            /** Format: int32 */
            year: number;
            neighborhood_id: components["schemas"]["Id"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            name: string;
            leaders: components["schemas"]["SummerLeader"][];
            note: string;
            /** Format: int64 */
            members_count: number;
            cancelled_at?: components["schemas"]["Instant"] | null;
            cancel_reason: string;
            may_change: boolean;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        SummerGroupChanges: {
            name?: string | null;
            leaders?: components["schemas"]["SummerLeader"][] | null;
            note?: string | null;
        };
        SummerGroupDetail: components["schemas"]["SummerGroup"] & {
            members: components["schemas"]["SummerMember"][];
        };
        /** @description Who leads a group. */
        SummerLeader: {
            name: string;
            /** @example 0912345678 */
            phone?: string | null;
            /** @description Chi đoàn, school or other body. */
            unit?: string;
        };
        /** @description Leave that a parent asked for. */
        SummerLeave: {
            id: components["schemas"]["Id"];
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            neighborhood_id: components["schemas"]["Id"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            /** Format: date */
            from_date: string;
            /** Format: date */
            to_date: string;
            reason: string;
            /** @example Mẹ cháu */
            asked_by: string;
            recorded_by?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            cancelled_at?: components["schemas"]["Instant"] | null;
            cancel_reason: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A child in a group, with what was said to its taking part. */
        SummerMember: {
            child_id: components["schemas"]["Id"];
            full_name: string;
            /** Format: int32 */
            birth_year: number;
            grade: string;
            neighborhood?: components["schemas"]["UnitRef"] | null;
            phone?: string | null;
            can_swim?: boolean | null;
            medical_warning: string;
            source: components["schemas"]["MemberSource"];
            /** @description Seven or older today: asked as well as its parents. */
            must_be_asked: boolean;
            opinion?: components["schemas"]["SummerOpinion"] | null;
        };
        SummerMembersAddition: {
            child_ids?: components["schemas"]["Id"][];
            /** @description All of the received handovers of this neighborhood and year, between the years of birth if given. */
            from_handovers?: boolean;
            /** Format: int32 */
            birth_year_from?: number | null;
            /** Format: int32 */
            birth_year_to?: number | null;
        };
        /**
         * @description In which organisation of the Youth Union a child is.
         * @enum {string}
         */
        SummerMembership: "none" | "star" | "pioneer" | "union";
        /** @description What parents and child said to its taking part this summer. */
        SummerOpinion: {
            child_id: components["schemas"]["Id"];
            parents: components["schemas"]["SummerConsent"];
            child?: components["schemas"]["SummerConsent"] | null;
            /** Format: date */
            asked_on: string;
            /** @example Phiếu hỏi */
            method: string;
            note: string;
        };
        /** @description What was said to taking part, of the children on the list. */
        SummerOpinionCount: {
            /**
             * Format: int64
             * @description Parents, and the child where it was asked.
             */
            agree: number;
            /**
             * Format: int64
             * @description Either of them.
             */
            decline: number;
            /** Format: int64 */
            unasked: number;
        };
        SummerOpinions: {
            group_id: components["schemas"]["Id"];
            opinions: components["schemas"]["NewSummerOpinion"][];
        };
        SummerOverview: {
            /** Format: int32 */
            year: number;
            /** @description Every state, in the order of the steps. */
            by_status: components["schemas"]["HandoverTally"][];
        };
        /** @description Somebody who stands for a side. */
        SummerPerson: {
            /** @example Bà Nguyễn Thị Hoa */
            name: string;
            /** @example Hiệu trưởng */
            position?: string;
        };
        /**
         * @description Tốt, khá, trung bình, yếu.
         * @enum {string}
         */
        SummerRating: "good" | "fair" | "average" | "weak";
        /** @description Whom a session of a whole neighborhood would expect. */
        SummerReach: {
            groups: components["schemas"]["SummerGroup"][];
            /**
             * Format: int64
             * @description In one of the groups or in a received handover; nobody twice.
             */
            children: number;
            /**
             * Format: int64
             * @description Of them, in no group.
             */
            without_group: number;
        };
        SummerSession: {
            id: components["schemas"]["Id"];
            /** Format: int32 */
            year: number;
            neighborhood_id: components["schemas"]["Id"];
            neighborhood?: components["schemas"]["UnitRef"] | null;
            group_id?: components["schemas"]["Id"] | null;
            group_name?: string | null;
            /** Format: date */
            on_date: string;
            /** @example 07:30 */
            starts_at: string;
            ends_at: string;
            place: string;
            content: string;
            programme: string;
            duration: string;
            audience: string;
            /** Format: int32 */
            expected?: number | null;
            form: string;
            staff: string;
            contribution: string;
            /** @description What of the announcement is still missing (Circular 27/2022, art. 4). */
            missing: string[];
            attendance: components["schemas"]["SummerAttendanceCount"];
            cancelled_at?: components["schemas"]["Instant"] | null;
            cancel_reason: string;
            may_change: boolean;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        SummerSessionChanges: {
            /** Format: date */
            on_date?: string | null;
            starts_at?: string | null;
            ends_at?: string | null;
            place?: string | null;
            content?: string | null;
            programme?: string | null;
            duration?: string | null;
            audience?: string | null;
            /** Format: int32 */
            expected?: number | null;
            form?: string | null;
            staff?: string | null;
            contribution?: string | null;
        };
        Support: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["SupportKind"];
            /** Format: date */
            on_date: string;
            programme: string;
            /**
             * Format: int64
             * @description Đồng.
             */
            value?: number | null;
            note: string;
            recorded_by?: components["schemas"]["UserRef"] | null;
        };
        /** @enum {string} */
        SupportKind: "visit" | "gift" | "scholarship" | "cash" | "insurance_card" | "swimming_class" | "health_check" | "other";
        /** @description A task as its reader sees it. */
        Task: {
            id: components["schemas"]["Id"];
            ward_id: components["schemas"]["Id"];
            plan_id?: components["schemas"]["Id"] | null;
            section_id?: components["schemas"]["Id"] | null;
            /**
             * @description Where it stands in the plan.
             * @example V.2
             */
            section_path?: string | null;
            title: string;
            description: string;
            /** @description The paragraph of the plan that it came from. */
            source: string;
            lead_unit_id: components["schemas"]["Id"];
            lead_unit: components["schemas"]["UnitRef"];
            joining_unit_ids: components["schemas"]["Id"][];
            /** @description Every joining unit does the whole task on its own; the lead follows up. */
            each_unit: boolean;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            due_on: string;
            priority: components["schemas"]["Priority"];
            status: components["schemas"]["TaskStatus"];
            /** @description Why it was returned or cancelled. */
            status_reason: string;
            /**
             * Format: int32
             * @description Percent; with `each_unit` the average of the units.
             */
            progress: number;
            /**
             * Format: int64
             * @description The number to reach, in `measure`.
             */
            target?: number | null;
            /**
             * Format: int64
             * @description The number reached; with `each_unit` the sum of the units.
             */
            actual?: number | null;
            /** @example băng-rôn */
            measure?: string | null;
            /** @description Open after its due day; for a unit: its own part is. */
            overdue: boolean;
            /**
             * Format: int64
             * @description Days until the due day; negative when it has passed.
             */
            days_left: number;
            upper_document?: components["schemas"]["UpperDocument"] | null;
            /**
             * Format: int32
             * @description Files that a unit must have sent before it can submit.
             */
            evidence_required: number;
            /** Format: int64 */
            evidence_count: number;
            /** @description The doing units: how far each has come. */
            parts: components["schemas"]["Part"][];
            /** Format: int32 */
            parts_done: number;
            /** Format: int32 */
            parts_total: number;
            my_part?: components["schemas"]["Part"] | null;
            allowed_actions: components["schemas"]["TaskAction"][];
            last_reminded_at?: components["schemas"]["Instant"] | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        TaskAcceptance: {
            note?: string | null;
            unit_id?: components["schemas"]["Id"] | null;
        };
        /**
         * @description What the reader of a task may do with it now.
         * @enum {string}
         */
        TaskAction: "start" | "submit" | "accept" | "return" | "cancel" | "remind" | "update" | "comment" | "edit";
        TaskCancellation: {
            reason: string;
        };
        /** @description What may be changed. A unit may change `progress` and `actual` of its own part; the rest is the officer's. */
        TaskChanges: {
            title?: string;
            description?: string | null;
            lead_unit_id?: components["schemas"]["Id"];
            joining_unit_ids?: components["schemas"]["Id"][] | null;
            each_unit?: boolean;
            /** Format: date */
            starts_on?: string | null;
            /** Format: date */
            due_on?: string;
            priority?: components["schemas"]["Priority"];
            /** Format: int64 */
            target?: number | null;
            measure?: string | null;
            upper_document?: components["schemas"]["UpperDocument"] | null;
            section_id?: components["schemas"]["Id"] | null;
            /** Format: int32 */
            evidence_required?: number;
            /** Format: int32 */
            progress?: number;
            /** Format: int64 */
            actual?: number | null;
        };
        TaskOverview: components["schemas"]["WorkTally"] & {
            /** Format: int64 */
            to_review: number;
            /**
             * Format: int64
             * @description Open, and due from today to `due_soon_until`.
             */
            due_soon: number;
            /** Format: date */
            due_soon_until: string;
            by_unit: components["schemas"]["UnitWork"][];
            by_section: components["schemas"]["SectionWork"][];
            /** @description Without gaps, up to the last week that has something; half a year at most. */
            weeks: components["schemas"]["WorkWeek"][];
            /**
             * Format: int64
             * @description Due, and accepted, before the first of these weeks.
             */
            due_before: number;
            /** Format: int64 */
            done_before: number;
        };
        TaskPreview: {
            key: string;
            section_key?: string | null;
            title: string;
            description?: string;
            lead_unit_kind?: components["schemas"]["UnitKind"] | null;
            /** @description The words of the document. */
            lead_unit_name?: string | null;
            lead_unit_id?: components["schemas"]["Id"] | null;
            joining_unit_ids?: components["schemas"]["Id"][];
            /** @description Every unit of `lead_unit_kind` does it. */
            all_units_of_kind?: boolean;
            expand?: components["schemas"]["Expand"] | null;
            /**
             * Format: date
             * @description Missing: the end of the plan.
             */
            due_on?: string | null;
            /** @description `sentence` or `plan_end`: where the due day came from. */
            due_source?: string | null;
            /**
             * Format: float
             * @description How sure the reader is, from 0 to 1.
             */
            confidence?: number;
            /** @description Why it is not sure. */
            reasons?: string[];
            /** @description The paragraph it came from. */
            source?: string;
        };
        /** @description A task as other rows show it. */
        TaskRef: {
            id: components["schemas"]["Id"];
            title: string;
            /** Format: date */
            due_on: string;
        };
        TaskReturn: {
            reason: string;
            unit_id?: components["schemas"]["Id"] | null;
        };
        /** @description Whose part is started. */
        TaskStart: {
            unit_id?: components["schemas"]["Id"] | null;
        };
        /**
         * @description `assigned → in_progress → submitted → accepted`; `submitted → returned → in_progress`; any open → `cancelled`.
         * @enum {string}
         */
        TaskStatus: "assigned" | "in_progress" | "submitted" | "accepted" | "returned" | "cancelled";
        /** @description What goes with a submission. */
        TaskSubmission: {
            note?: string | null;
            /** Format: int32 */
            progress?: number | null;
            /** Format: int64 */
            actual?: number | null;
            attachment_ids?: components["schemas"]["Id"][];
            unit_id?: components["schemas"]["Id"] | null;
        };
        /** @description An entry of a task's timeline. */
        TaskUpdate: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["UpdateKind"];
            at: components["schemas"]["Instant"];
            by?: components["schemas"]["UserRef"] | null;
            acting_for?: components["schemas"]["UserRef"] | null;
            unit?: components["schemas"]["UnitRef"] | null;
            status?: components["schemas"]["TaskStatus"] | null;
            /** Format: int32 */
            progress?: number | null;
            /** Format: int64 */
            actual?: number | null;
            note: string;
            attachments: components["schemas"]["Attachment"][];
        };
        /**
         * @description Who must still be asked.
         * @enum {string}
         */
        ToAsk: "parents" | "child";
        /** @description An error as OAuth words it (RFC 6749, 5.2). */
        TokenError: {
            /**
             * @description `invalid_request`, `invalid_client`, `invalid_scope` or `unsupported_grant_type`.
             * @example invalid_client
             */
            error: string;
            error_description: string;
        };
        /** @description What a machine sends; id and secret may stand in `Authorization: Basic …` instead. */
        TokenRequest: {
            /** @example client_credentials */
            grant_type: string;
            client_id?: string | null;
            /** Format: password */
            client_secret?: string | null;
            /**
             * @description Some of the account's scopes, with spaces between; all of them when left out.
             * @example reports:read
             */
            scope?: string | null;
        };
        /** @description What was found on a line of the checklist in one unit. */
        TopicAnswer: {
            code: string;
            result: components["schemas"]["TopicResult"];
            note?: string;
        };
        /**
         * @description What was found on one topic.
         * @enum {string}
         */
        TopicResult: "met" | "not_met" | "not_applicable";
        TotpConfirmation: {
            /** @example 123456 */
            otp: string;
        };
        /** @description A secret that waits for its first code. */
        TotpPreparation: {
            /** @description Base32, to type by hand. */
            secret: string;
            otpauth_url: string;
            /** @description A PNG in base64, to scan. */
            qr_png_base64: string;
        };
        Unit: {
            id: components["schemas"]["Id"];
            ward_id?: components["schemas"]["Id"] | null;
            kind: components["schemas"]["UnitKind"];
            /** @example khu-pho-3 */
            code: string;
            /** @example Khu phố 3 */
            name: string;
            status: components["schemas"]["UnitStatus"];
            merged_into?: components["schemas"]["UnitRef"] | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description A new name or code; the old one stays in the history. */
        UnitChanges: {
            name?: string;
            code?: string;
            /**
             * Format: date
             * @description The day of the decision; today when left out.
             */
            effective_on?: string | null;
            /** @example Nghị quyết 12/NQ-HĐND */
            note?: string | null;
        };
        UnitCounts: {
            unit: components["schemas"]["UnitRef"];
            counts: components["schemas"]["Counts"];
        };
        /**
         * @description What a unit is in the ward.
         * @enum {string}
         */
        UnitKind: "leadership" | "social_policy" | "culture" | "youth_union" | "police" | "fatherland_front" | "neighborhood" | "school" | "health_station" | "superior";
        /** @description A unit as other rows show it. */
        UnitRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["UnitKind"];
            /** @example khu-pho-3 */
            code: string;
            /** @example Khu phố 3 */
            name: string;
        };
        /** @description One unit's report of a period, or that it is missing. */
        UnitReportState: {
            unit: components["schemas"]["UnitRef"];
            report?: components["schemas"]["ReportLine"] | null;
            is_missing: boolean;
            /** Format: int64 */
            reminded: number;
            last_reminded_at?: components["schemas"]["Instant"] | null;
        };
        /**
         * @description `active → merged` or `active → closed`; a unit is never deleted, since old rows name it.
         * @enum {string}
         */
        UnitStatus: "active" | "merged" | "closed";
        /** @description The parts that a unit does itself. */
        UnitWork: components["schemas"]["WorkTally"] & {
            unit: components["schemas"]["UnitRef"];
            /**
             * Format: int64
             * @description By how many days the oldest late one is late; 0 without any.
             */
            oldest_late_days: number;
        };
        /** @enum {string} */
        UpdateKind: "progress" | "comment" | "state";
        /** @description The document of an upper level that a task answers. */
        UpperDocument: {
            /** @example 1712/KH-UBND */
            number: string;
            /** Format: date */
            date?: string | null;
        };
        User: {
            id: components["schemas"]["Id"];
            /** @example khupho3 */
            username: string;
            /** @example Lê Đình Cường */
            full_name: string;
            /** @example Trưởng khu phố */
            position: string;
            role: components["schemas"]["Role"];
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            email?: string | null;
            phone?: string | null;
            status: components["schemas"]["UserStatus"];
            totp_enabled: boolean;
            /** @description The first password has not been changed yet. */
            must_change_password: boolean;
            first_password_ends_at?: components["schemas"]["Instant"] | null;
            first_password_expired: boolean;
            last_login_at?: components["schemas"]["Instant"] | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        UserChanges: {
            full_name?: string;
            position?: string | null;
            role?: components["schemas"]["Role"];
            unit_id?: components["schemas"]["Id"];
            email?: string | null;
            phone?: string | null;
        };
        /** @description A person as other rows show them. */
        UserRef: {
            id: components["schemas"]["Id"];
            full_name: string;
            position: string;
            unit_name: string;
        };
        /** @enum {string} */
        UserStatus: "active" | "disabled";
        /**
         * @description Whether a helper may be left alone with children on a day.
         * @enum {string}
         */
        Vetting: "valid" | "missing" | "expired";
        /**
         * @description How much of a child its reader sees; the members that are left out are not theirs to know.
         * @enum {string}
         */
        ViewName: "full" | "contact" | "health";
        /** @description A merge patch of a visit: what the team found. Write no child's name. */
        VisitChanges: {
            /** Format: date */
            visited_on?: string | null;
            begun?: string | null;
            ended?: string | null;
            place?: string | null;
            present?: components["schemas"]["InspectionMember"][] | null;
            answers?: components["schemas"]["TopicAnswer"][] | null;
            findings?: string | null;
            positives?: string | null;
            unit_opinion?: string | null;
            /** @description Files that I uploaded, to be kept with the visit. */
            add_attachment_ids?: components["schemas"]["Id"][];
            remove_attachment_ids?: components["schemas"]["Id"][];
        };
        /** @description Something that waits for my decision. */
        Waiting: {
            kind: components["schemas"]["WaitingKind"];
            id: components["schemas"]["Id"];
            title: string;
            unit: components["schemas"]["UnitRef"];
            since: components["schemas"]["Instant"];
            late: boolean;
        };
        /** @enum {string} */
        WaitingKind: "task_review" | "obstacle" | "recommendation_open" | "recommendation_fixed" | "commendation";
        Ward: {
            id: components["schemas"]["Id"];
            /** @example ba-dinh */
            code: string;
            /** @example Phường Ba Đình */
            name: string;
            /**
             * @description Where documents are dated.
             * @example Bỉm Sơn
             */
            place: string;
            settings: components["schemas"]["WardSettings"];
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        WardCaseNumbers: {
            ward_id: components["schemas"]["Id"];
            ward_name: string;
            /** Format: int64 */
            concerns?: number | null;
            /** Format: int64 */
            cases?: number | null;
            by_status: components["schemas"]["CaseCount"][];
            by_danger: components["schemas"]["CaseCount"][];
            /** @description The clocks that run, and those that ran. */
            by_clock: components["schemas"]["CaseCount"][];
            /** @description Some numbers are held back, with others that would give them away. */
            suppressed: boolean;
        };
        WardChanges: {
            name?: string;
            place?: string | null;
            settings?: components["schemas"]["SettingsChanges"];
        };
        /** @description A number of one ward. */
        WardFigure: {
            code: string;
            /**
             * Format: int64
             * @description Nothing where the ward has not counted, or where it is held back.
             */
            value?: number | null;
            /** Format: int64 */
            previous?: number | null;
            hidden: boolean;
        };
        /** @description One ward of the upper level's, in numbers. */
        WardProgress: {
            ward_id: components["schemas"]["Id"];
            ward_name: string;
            tasks: components["schemas"]["WorkTally"];
            /** @description Those that were passed up to the upper level. */
            obstacles: components["schemas"]["ObstacleTally"];
            events: components["schemas"]["EventSums"];
            communications: components["schemas"]["CommunicationSums"];
            cases: components["schemas"]["CaseSums"];
        };
        WardRef: {
            id: components["schemas"]["Id"];
            code: string;
            name: string;
        };
        /** @description One ward: what it sent, or that it has not. */
        WardReports: {
            ward_id: components["schemas"]["Id"];
            ward_name: string;
            report_id?: components["schemas"]["Id"] | null;
            status?: components["schemas"]["ReportStatus"] | null;
            /** Format: int32 */
            revision?: number | null;
            sent_at?: components["schemas"]["Instant"] | null;
            acknowledged_at?: components["schemas"]["Instant"] | null;
            /** Format: date */
            due_on?: string | null;
            /** @description Nothing was sent, and the day is over. */
            late: boolean;
            figures: components["schemas"]["WardFigure"][];
        };
        /** @description What a ward may set for itself. */
        WardSettings: {
            /**
             * @description Days before a task's due date at which its units are reminded.
             * @default [
             *       3,
             *       1
             *     ]
             */
            reminder_days_before: number[];
            /**
             * @description Days after the due date at which they are reminded again.
             * @default [
             *       1,
             *       3,
             *       7
             *     ]
             */
            reminder_days_after: number[];
            /**
             * Format: int32
             * @description Working days within which an obstacle should be answered.
             * @default 3
             */
            answer_working_days: number;
            /**
             * Format: int64
             * @description Days before the due date from which a task counts as "due soon".
             * @default 3
             */
            due_soon_days: number;
            /**
             * Format: int32
             * @description The hour (0–23, Vietnamese time) after which the daily digest is sent.
             * @default 7
             */
            digest_hour: number;
            /**
             * @default {
             *       "decision_working_days": 7,
             *       "emergency_hours": 12,
             *       "plan_working_days": 5,
             *       "referral_working_days": 2,
             *       "separation_days": 15
             *     }
             */
            cases: components["schemas"]["CaseTerms"];
            /**
             * @default {
             *       "at_once": 3,
             *       "children_per_adult": {
             *         "by_water": 4,
             *         "from_11": 15,
             *         "from_6_to_10": 10,
             *         "under_6": 5
             *       },
             *       "night_from_hour": 18,
             *       "police_days_before": 7,
             *       "safety_at_night": true,
             *       "safety_by_water": true,
             *       "safety_on_road": true,
             *       "safety_threshold": 100,
             *       "safety_with_fire": true
             *     }
             */
            events: components["schemas"]["EventTerms"];
            /**
             * @default {
             *       "addressee": "",
             *       "due_day": 19,
             *       "due_month": 7,
             *       "recipients": [],
             *       "suppress_below": 5,
             *       "unit_days": 5
             *     }
             */
            reports: components["schemas"]["ReportTerms"];
            /**
             * @description The ward's own numbers to call, in the order in which they are shown; public.
             * @default []
             */
            hotlines: components["schemas"]["Hotline"][];
        };
        Webhook: {
            id: components["schemas"]["Id"];
            /** @example https://nhan.example.vn/bup */
            url: string;
            events: components["schemas"]["WebhookEvent"][];
            description: string;
            active: boolean;
            unit_id: components["schemas"]["Id"];
            unit: components["schemas"]["UnitRef"];
            service_account_id?: components["schemas"]["Id"] | null;
            service_account_name?: string | null;
            old_secret_until?: components["schemas"]["Instant"] | null;
            failing_since?: components["schemas"]["Instant"] | null;
            switched_off_at?: components["schemas"]["Instant"] | null;
            created_by?: components["schemas"]["UserRef"] | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            /** Format: int32 */
            version: number;
        };
        /** @description One try. */
        WebhookAttempt: {
            at: components["schemas"]["Instant"];
            /**
             * Format: int32
             * @description The HTTP status, where there was an answer.
             */
            status?: number | null;
            reason: components["schemas"]["AttemptReason"];
            /** Format: int64 */
            duration_ms: number;
        };
        WebhookChanges: {
            url?: string;
            events?: components["schemas"]["WebhookEvent"][];
            description?: string | null;
            active?: boolean;
        };
        /** @description One message to one receiver, and how it went. */
        WebhookDelivery: {
            /** @description The `webhook-id` of the message; the same when it is sent again. */
            id: components["schemas"]["Id"];
            /**
             * @description One of the events, or `ping`.
             * @example report.sent
             */
            event: string;
            ward_id?: components["schemas"]["Id"] | null;
            row_id: components["schemas"]["Id"];
            occurred_at: components["schemas"]["Instant"];
            status: components["schemas"]["DeliveryStatus"];
            /** Format: int32 */
            tries: number;
            next_try_at?: components["schemas"]["Instant"] | null;
            delivered_at?: components["schemas"]["Instant"] | null;
            /** @description The latest last. */
            attempts: components["schemas"]["WebhookAttempt"][];
        };
        /**
         * @description What others may be told of.
         * @enum {string}
         */
        WebhookEvent: "report.submitted" | "report.approved" | "report.sent" | "report.returned" | "report.acknowledged" | "plan.published" | "event.approved" | "event.cancelled" | "obstacle.escalated";
        WebhookRotation: {
            /**
             * Format: int64
             * @description Hours (0–72) for which messages carry a signature of the old secret, too.
             * @example 24
             */
            grace_hours: number;
        };
        /** @description A subscription with a secret that was just made. */
        WebhookWithSecret: components["schemas"]["Webhook"] & {
            /**
             * @description Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then rotate).
             * @example whsec_…
             */
            secret?: string | null;
        };
        /**
         * @description Who takes a child out: a child may itself (Circular 27/2022).
         * @enum {string}
         */
        WithdrawnBy: "child" | "parents" | "organiser";
        /** @description How some work stands. The four parts add up to the total. */
        WorkTally: {
            /** Format: int64 */
            done: number;
            /**
             * Format: int64
             * @description Begun, handed in or given back, and not late.
             */
            doing: number;
            /** Format: int64 */
            late: number;
            /**
             * Format: int64
             * @description Not begun, and not late.
             */
            todo: number;
            /** Format: int64 */
            total: number;
        };
        WorkWeek: {
            /**
             * Format: date
             * @description Its Monday.
             */
            starts_on: string;
            /**
             * Format: int64
             * @description Tasks that are due in it.
             */
            due: number;
            /**
             * Format: int64
             * @description Tasks that were accepted in it.
             */
            done: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_entries: {
        parameters: {
            query?: {
                /** @example accounts */
                resource?: string;
                row_id?: components["schemas"]["Id"];
                actor_id?: components["schemas"]["Id"];
                /** @example accounts.create */
                action?: string;
                outcome?: components["schemas"]["Outcome"];
                /** @description The first day, in the ward's time. */
                from?: string;
                /** @description The last day, included. */
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Entry"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit: {
        parameters: {
            query?: {
                /** @example accounts */
                resource?: string;
                row_id?: components["schemas"]["Id"];
                actor_id?: components["schemas"]["Id"];
                /** @example accounts.create */
                action?: string;
                outcome?: components["schemas"]["Outcome"];
                /** @description The first day, in the ward's time. */
                from?: string;
                /** @description The last day, included. */
                to?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description `invalid_credentials`, `otp_required` or `otp_invalid` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many attempts; see `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description `session_expired` or `refresh_reused` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Session"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MachineToken"];
                };
            };
            /** @description See `code` and `detail` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description See `code` and `detail` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description Too many attempts; see `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_cases: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                danger_level?: components["schemas"]["DangerLevel"];
                /** @description Only those that name me. */
                mine?: boolean;
                /** @description Only those with a clock that has run out. */
                late?: boolean;
                /** @description `-opened_at` (default), `opened_at` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CaseLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_case: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCase"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_glass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_GlassBreak"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_glass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_GlassBreak"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_assessment_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentCatalogue"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_destinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Destination"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_cases: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                danger_level?: components["schemas"]["DangerLevel"];
                /** @description Only those that name me. */
                mine?: boolean;
                /** @description Only those with a clock that has run out. */
                late?: boolean;
                /** @description `-opened_at` (default), `opened_at` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_numbers: {
        parameters: {
            query?: {
                /** @description The first day of receipt. */
                from?: string;
                /** @description The last day, included. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_WardCaseNumbers"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CaseLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_case: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assess_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentCompletion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseAssignment"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    break_glass: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlassBreaking"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlassOpening"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_closed_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_closed_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosedNoteText"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continue_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_case_entry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCaseEntry"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_case_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCaseFile"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_case_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_case_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
                attachment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_folder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFolder"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_form: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description `initial_assessment` … */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForm"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_form: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormContent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseForm"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    implement_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_case_looks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CaseLook"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_measure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMeasure"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_measure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                measure_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureEnd"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold_meeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormCompletion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                /** @description `initial_assessment` … `transfer` */
                paper: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormCompletion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pass_case_to_police: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliceNotice"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseClosing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refer_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferral"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referral_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_referral_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referral_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralLink"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referral_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_closing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormCompletion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    separate_child: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSeparation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extend_separation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                measure_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeparationExtension"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_case: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseTransfer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description The `next_cursor` of the answer before; without it nothing is listed, and the cursor begins now. */
                since?: string;
                /** @description At most 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_children: {
        parameters: {
            query?: {
                neighborhood_id?: components["schemas"]["Id"];
                school_id?: components["schemas"]["Id"];
                grade?: string;
                /** @description Full years today, both included. */
                age_from?: number;
                age_to?: number;
                birth_year_from?: number;
                birth_year_to?: number;
                sex?: components["schemas"]["Sex"];
                /** @description A group of special circumstances in force today: `HC01` … */
                circumstance?: string;
                /** @description A risk in force today: `NC01` … */
                risk?: string;
                /** @description In any group (or in none) of those that the reader may know. */
                has_circumstance?: boolean;
                has_risk?: boolean;
                poverty?: components["schemas"]["Poverty"];
                /** @description Without a health-insurance card that is valid today (or with one). */
                without_insurance?: boolean;
                can_swim?: boolean;
                /** @description Neither visited nor supported in this year. */
                unsupported_in?: number;
                /** @description Entitled to a programme of the coverage page; with `reached` and `year`, whom it reached or did not. */
                programme?: components["schemas"]["Programme"];
                reached?: boolean;
                /** @description Of `programme`; this year when left out. */
                year?: number;
                /** @description `active` when left out; several with commas between. */
                status?: string;
                /** @description `name` (default), `date_of_birth`, `-date_of_birth`, `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_child: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChild"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_child_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ChildGroup"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_coverage: {
        parameters: {
            query?: {
                /** @description This year when left out. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_data_requests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DataRequest"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DuplicatePair"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_apart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Distinction"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Distinguished"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_children: {
        parameters: {
            query?: {
                neighborhood_id?: components["schemas"]["Id"];
                school_id?: components["schemas"]["Id"];
                grade?: string;
                /** @description Full years today, both included. */
                age_from?: number;
                age_to?: number;
                birth_year_from?: number;
                birth_year_to?: number;
                sex?: components["schemas"]["Sex"];
                /** @description A group of special circumstances in force today: `HC01` … */
                circumstance?: string;
                /** @description A risk in force today: `NC01` … */
                risk?: string;
                /** @description In any group (or in none) of those that the reader may know. */
                has_circumstance?: boolean;
                has_risk?: boolean;
                poverty?: components["schemas"]["Poverty"];
                /** @description Without a health-insurance card that is valid today (or with one). */
                without_insurance?: boolean;
                can_swim?: boolean;
                /** @description Neither visited nor supported in this year. */
                unsupported_in?: number;
                /** @description Entitled to a programme of the coverage page; with `reached` and `year`, whom it reached or did not. */
                programme?: components["schemas"]["Programme"];
                reached?: boolean;
                /** @description Of `programme`; this year when left out. */
                year?: number;
                /** @description `active` when left out; several with commas between. */
                status?: string;
                /** @description `name` (default), `date_of_birth`, `-date_of_birth`, `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_found: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_imports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ImportSummary"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_children: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ChildrenForm"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commit_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCommit"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_rejected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_import_rows: {
        parameters: {
            query?: {
                state?: components["schemas"]["RowState"];
                /** @description Only rows with an error or a warning. */
                with_errors?: boolean;
                sheet?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ImportRow"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correct_import_row: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                position: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRowChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowChanged"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_merges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_MergedChild"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_child_places: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChildPlaces"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_children: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildQuery"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_child: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_child: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_circumstances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Circumstance"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_circumstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCircumstance"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_circumstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                circumstance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_circumstance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                circumstance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CircumstanceEnd"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_circumstance_files: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                circumstance_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CircumstanceFiles"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_circumstance_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                circumstance_id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_circumstance_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                circumstance_id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_consents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Consent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Consent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_consent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Consent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_child_data_requests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DataRequest"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_data_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDataRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DataRequest"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_data_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_DataRequest"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    child_died: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildDeath"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_child_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ChildHistoryEntry"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_child: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildMerge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_child: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChildMoveResult"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_child_out: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildMoveOut"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    child_returns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_supports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Support"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_support: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSupport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_support: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                support_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Child"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_child_views: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ChildLook"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_commendations: {
        parameters: {
            query?: {
                kind?: components["schemas"]["CommendedKind"];
                /** @description One or more states, with commas between. */
                status?: string;
                unit_id?: components["schemas"]["Id"];
                proposed_unit_id?: components["schemas"]["Id"];
                decision_id?: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"];
                /** @description Proposed on this day or later. */
                from?: string;
                /** @description Proposed on this day or earlier. */
                to?: string;
                /** @description Words of the name or achievement, with or without marks. */
                q?: string;
                /** @description `-proposed_on` (default), `proposed_on`, `-updated_at` or `name`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_commendation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommendation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_commendation_candidates: {
        parameters: {
            query?: {
                /** @description Tasks due on this day or later; the plan of the month's first day when left out. */
                from?: string;
                /** @description Tasks due on this day or earlier; the plan of the month's last day when left out. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CommendationCandidate"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_commendation_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationChoices"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_commendation_decisions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CommendationDecision"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decide_commendations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommendationDecision"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationDecision"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_commendation_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommendationDecision"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_commendation_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_commendations: {
        parameters: {
            query?: {
                kind?: components["schemas"]["CommendedKind"];
                /** @description One or more states, with commas between. */
                status?: string;
                unit_id?: components["schemas"]["Id"];
                proposed_unit_id?: components["schemas"]["Id"];
                decision_id?: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"];
                /** @description Proposed on this day or later. */
                from?: string;
                /** @description Proposed on this day or earlier. */
                to?: string;
                /** @description Words of the name or achievement, with or without marks. */
                q?: string;
                /** @description `-proposed_on` (default), `proposed_on`, `-updated_at` or `name`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_commendation_proposal: {
        parameters: {
            query?: {
                kind?: components["schemas"]["CommendedKind"];
                /** @description One or more states, with commas between. */
                status?: string;
                unit_id?: components["schemas"]["Id"];
                proposed_unit_id?: components["schemas"]["Id"];
                decision_id?: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"];
                /** @description Proposed on this day or later. */
                from?: string;
                /** @description Proposed on this day or earlier. */
                to?: string;
                /** @description Words of the name or achievement, with or without marks. */
                q?: string;
                /** @description `-proposed_on` (default), `proposed_on`, `-updated_at` or `name`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_commendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_commendation: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    award_commendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationAward"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decline_commendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_commendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommendationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_communications: {
        parameters: {
            query?: {
                campaign_id?: components["schemas"]["Id"];
                channel?: components["schemas"]["CommunicationChannel"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description What this unit has to do. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only what `unit_id` (my unit when left out) has reported on, or has not. */
                reported?: boolean;
                task_id?: components["schemas"]["Id"];
                /** @description Running on this day or later. */
                from?: string;
                /** @description Running on this day or earlier. */
                to?: string;
                /** @description Words of the title, with or without marks. */
                q?: string;
                /** @description `-starts_on` (default), `starts_on`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_communication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommunication"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_banners: {
        parameters: {
            query?: {
                campaign_id?: components["schemas"]["Id"];
                channel?: components["schemas"]["CommunicationChannel"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description What this unit has to do. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only what `unit_id` (my unit when left out) has reported on, or has not. */
                reported?: boolean;
                task_id?: components["schemas"]["Id"];
                /** @description Running on this day or later. */
                from?: string;
                /** @description Running on this day or earlier. */
                to?: string;
                /** @description Words of the title, with or without marks. */
                q?: string;
                /** @description `-starts_on` (default), `starts_on`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_campaigns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Campaign"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_campaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_campaign: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationChoices"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_communications: {
        parameters: {
            query?: {
                campaign_id?: components["schemas"]["Id"];
                channel?: components["schemas"]["CommunicationChannel"];
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CommunicationCount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_counts: {
        parameters: {
            query?: {
                campaign_id?: components["schemas"]["Id"];
                channel?: components["schemas"]["CommunicationChannel"];
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_communications: {
        parameters: {
            query?: {
                campaign_id?: components["schemas"]["Id"];
                channel?: components["schemas"]["CommunicationChannel"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description What this unit has to do. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only what `unit_id` (my unit when left out) has reported on, or has not. */
                reported?: boolean;
                task_id?: components["schemas"]["Id"];
                /** @description Running on this day or later. */
                from?: string;
                /** @description Running on this day or earlier. */
                to?: string;
                /** @description Words of the title, with or without marks. */
                q?: string;
                /** @description `-starts_on` (default), `starts_on`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_communication: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finish_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CommunicationReport"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommunicationReport"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationReport"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                report_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunicationReport"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_communication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunicationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Communication"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_script: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_concerns: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                danger_level?: components["schemas"]["DangerLevel"];
                received_via?: components["schemas"]["ReceivedVia"];
                neighborhood_id?: components["schemas"]["Id"];
                from?: string;
                to?: string;
                /** @description `-received_at` (default) or `received_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ConcernLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_concern: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConcern"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_concerns: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                danger_level?: components["schemas"]["DangerLevel"];
                received_via?: components["schemas"]["ReceivedVia"];
                neighborhood_id?: components["schemas"]["Id"];
                from?: string;
                to?: string;
                /** @description `-received_at` (default) or `received_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_concerns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernSearch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ConcernLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_concern: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reject_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reveal_reporter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reporter"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screen_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcernScreening"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concern"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_dashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_overview: {
        parameters: {
            query?: {
                /** @description The plan whose work is counted; the one being carried out when left out. */
                plan_id?: components["schemas"]["Id"];
                /** @description Counts the tasks of all plans, and those of none. */
                all_tasks?: boolean;
                /**
                 * @description The first day of the period of events, communications and concerns: the plan's, where it was asked for or is of
                 *     this year; otherwise this year's.
                 */
                from?: string;
                /** @description Its last day. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardOverview"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_delegations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Delegation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_delegation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDelegation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description `delegation_overlap` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_delegations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_delegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_delegation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description `delegation_over` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: {
                /** @description Events that are still going on this day, or later. */
                from?: string;
                /** @description Events that begin this day at the latest. */
                to?: string;
                /** @description One or several, with commas between; without it all but the cancelled ones. */
                status?: string;
                /** @description One or several, with commas between. */
                kind?: string;
                /** @description A unit that leads or takes part. */
                unit_id?: components["schemas"]["Id"];
                neighborhood_id?: components["schemas"]["Id"];
                task_id?: components["schemas"]["Id"];
                series_id?: components["schemas"]["Id"];
                /** @description Only those that must have a safety plan and have none that is approved (or, with `false`, all the others). */
                without_safety_plan?: boolean;
                q?: string;
                /** @description `starts_at` (default), `-starts_at` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvent"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    private_feed: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventCheck"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_events: {
        parameters: {
            query?: {
                /** @description Events that are still going on this day, or later. */
                from?: string;
                /** @description Events that begin this day at the latest. */
                to?: string;
                /** @description One or several, with commas between; without it all but the cancelled ones. */
                status?: string;
                /** @description One or several, with commas between. */
                kind?: string;
                /** @description A unit that leads or takes part. */
                unit_id?: components["schemas"]["Id"];
                neighborhood_id?: components["schemas"]["Id"];
                task_id?: components["schemas"]["Id"];
                series_id?: components["schemas"]["Id"];
                /** @description Only those that must have a safety plan and have none that is approved (or, with `false`, all the others). */
                without_safety_plan?: boolean;
                q?: string;
                /** @description `starts_at` (default), `-starts_at` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_helpers: {
        parameters: {
            query?: {
                /** @description Those who do not help any more, too. */
                archived?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_EventHelper"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_event_helper: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEventHelper"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHelper"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_event_helper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHelper"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_event_helper: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventHelperChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventHelper"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_UnitRef"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_event: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_event_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventAttendance"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_event_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventMarks"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventMarksTaken"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_cards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_EventCard"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_event_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEventGrant"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventGrant"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_event_grant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                grant_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_HelperOfEvent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_headcounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Headcount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_event_heads: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHeadcount"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Headcount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_helpers_of_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_HelperOfEvent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_event_helper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventDuty"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_HelperOfEvent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_event_helper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                helper_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_HelperOfEvent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventHeld"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_event_registrations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventRegistrations"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_for_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEventRegistrations"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventRegistered"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_event_opinions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEventOpinions"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventOpinionsRecorded"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_event_registration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                child_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventWithdrawal"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventWithdrawn"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_safety_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyPlan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    draft_safety_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SafetyPlanDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyPlan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_safety_plan: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SafetyPlanChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyPlan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_safety_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SafetyDecision"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyPlan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_safety_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_safety_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SafetyReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyPlan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_safety_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SafetyTemplate"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorCatalogue"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_indicator_values: {
        parameters: {
            query?: {
                /**
                 * @description This year when left out.
                 * @example 2024
                 */
                year?: number;
                /**
                 * @description `ward_final` (default) or `ward_flash`.
                 * @example ward_final
                 */
                kind?: components["schemas"]["ReportKind"];
                /** @description Of one ward. */
                ward_id?: components["schemas"]["Id"];
                /**
                 * @description Indicators with commas between; all when left out.
                 * @example children_total,events_held
                 */
                codes?: string;
                /** @description The breakdowns too. */
                parts?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_IndicatorLine"];
                };
            };
            /** @description Nothing changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_injuries: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                kind?: components["schemas"]["InjuryKind"];
                sex?: components["schemas"]["Sex"];
                age_band?: components["schemas"]["AgeBand"];
                place_kind?: components["schemas"]["InjuryPlaceKind"];
                outcome?: components["schemas"]["InjuryOutcome"];
                neighborhood_id?: components["schemas"]["Id"];
                school_id?: components["schemas"]["Id"];
                /** @description Cancelled ones instead of those that count. */
                cancelled?: boolean;
                /** @description `-happened_on` (default), `happened_on` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Injury"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_injury: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInjury"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Injury"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_quarter: {
        parameters: {
            query: {
                year: number;
                /** @description 1 to 4. */
                quarter: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InjuryQuarter"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_quarter: {
        parameters: {
            query: {
                year: number;
                /** @description 1 to 4. */
                quarter: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_injury: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Injury"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_injury: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InjuryChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Injury"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_injury: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InjuryCancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Injury"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_inspections: {
        parameters: {
            query?: {
                kind?: components["schemas"]["InspectionKind"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description Inspections of this unit. */
                unit_id?: components["schemas"]["Id"];
                lead_unit_id?: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"];
                /** @description Going on on this day or later. */
                from?: string;
                /** @description Going on on this day or earlier. */
                to?: string;
                /** @description Done on this day or later. */
                done_from?: string;
                /** @description Done on this day or earlier. */
                done_to?: string;
                /** @description Words of the title, with or without marks. */
                q?: string;
                /** @description `-starts_on` (default), `starts_on`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_inspection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInspection"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_inspection_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionChoices"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_inspections: {
        parameters: {
            query?: {
                kind?: components["schemas"]["InspectionKind"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description Inspections of this unit. */
                unit_id?: components["schemas"]["Id"];
                lead_unit_id?: components["schemas"]["Id"];
                plan_id?: components["schemas"]["Id"];
                /** @description Going on on this day or later. */
                from?: string;
                /** @description Going on on this day or earlier. */
                to?: string;
                /** @description Done on this day or later. */
                done_from?: string;
                /** @description Done on this day or earlier. */
                done_to?: string;
                /** @description Words of the title, with or without marks. */
                q?: string;
                /** @description `-starts_on` (default), `starts_on`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_inspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_inspection: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_inspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finish_inspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InspectionFinish"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRecommendation"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_inspection_schedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_visit: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InspectionVisit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_inspection_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                visit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_me: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCalendarFeed"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeedMade"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_saved_filters: {
        parameters: {
            query?: {
                /** @description The list they belong to (`tasks`). */
                list?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SavedFilter"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_filter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSavedFilter"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_filter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepare_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpPreparation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_recovery_codes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description Only those not read yet. */
                unread?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Notification"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadResult"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_obstacles: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                unit_id?: components["schemas"]["Id"];
                task_id?: components["schemas"]["Id"];
                /** @description Only those without an answer after their day. */
                late?: boolean;
                q?: string;
                /** @description `-created_at` (default) or `answer_due_on`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raise_obstacle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewObstacle"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_obstacles: {
        parameters: {
            query?: {
                /** @description One or more states, with commas between. */
                status?: string;
                unit_id?: components["schemas"]["Id"];
                task_id?: components["schemas"]["Id"];
                /** @description Only those without an answer after their day. */
                late?: boolean;
                q?: string;
                /** @description `-created_at` (default) or `answer_due_on`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_obstacle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_obstacle: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObstacleChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_obstacle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObstacleAnswer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_obstacle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObstacleClosing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    escalate_obstacle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObstacleEscalation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obstacle"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_MatrixCell"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plans: {
        parameters: {
            query?: {
                year?: number;
                status?: components["schemas"]["PlanStatus"];
                q?: string;
                /** @description `-year` (default). */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanPreview"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_plans: {
        parameters: {
            query?: {
                year?: number;
                status?: components["schemas"]["PlanStatus"];
                q?: string;
                /** @description `-year` (default). */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanPreview"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_plan: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    copy_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanCopy"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reimport"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_differences: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReimportAcceptance"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_section: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                section_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_section: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                section_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanSummary"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_plan_tasks: {
        parameters: {
            query?: {
                plan_id?: components["schemas"]["Id"];
                section_id?: components["schemas"]["Id"];
                /** @description Tasks that this unit leads or joins. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only where this unit (my own where none is named) does work of its own, and it stands so. */
                part?: "any" | "done" | "doing" | "late" | "todo";
                /** @description One or more states, with commas between. */
                status?: string;
                priority?: components["schemas"]["Priority"];
                overdue?: boolean;
                /** @description Due from this day on. */
                due_from?: string;
                /** @description Due up to this day. */
                due_to?: string;
                /** @description Only what my unit takes part in. */
                mine?: boolean;
                /** @description Only what waits to be accepted. */
                needs_review?: boolean;
                /** @description Words of the title or text, with or without marks. */
                q?: string;
                /** @description `due_on` (default), `-due_on`, `-priority`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_public_notes: {
        parameters: {
            query?: {
                kind?: components["schemas"]["PublicNoteKind"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_public_note: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPublicNote"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_starter_notes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarterNotes"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_public_note: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicNoteChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hide_public_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_public_note: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNote"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_concern: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicConcern"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcernReceipt"];
                };
            };
            /** @description `proof_required` or `rate_limited` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Challenge"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_concern: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConcernFollowUp"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_attendance_by_grant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantMarks"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventMarksTaken"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_heads_by_grant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantHeadcount"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Headcount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_event_grant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantToken"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedEvent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    public_info: {
        parameters: {
            query?: {
                /**
                 * @description The code of a ward, where the installation holds several.
                 * @example ba-dinh
                 */
                ward?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicInfo"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_page: {
        parameters: {
            query?: {
                /**
                 * @description The code of a ward; needed where the installation has several.
                 * @example ba-dinh
                 */
                ward?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPage"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_public_programme: {
        parameters: {
            query?: {
                /**
                 * @description The code of a ward; needed where the installation has several.
                 * @example ba-dinh
                 */
                ward?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ward: components["schemas"]["PublicWard"];
                        plan?: components["schemas"]["PublicPlan"] | null;
                        hotlines: components["schemas"]["PublicHotline"][];
                        events: components["schemas"]["PublicEvent"][];
                    };
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkAnswer"];
            };
        };
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkToken"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedReferral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_recommendations: {
        parameters: {
            query?: {
                inspection_id?: components["schemas"]["Id"];
                /** @description Made to this unit. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only those made to my unit. */
                mine?: boolean;
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description Only those that are open after their day. */
                late?: boolean;
                /** @description Made on this day or later. */
                made_from?: string;
                /** @description Made on this day or earlier. */
                made_to?: string;
                /** @description Words of the text, with or without marks. */
                q?: string;
                /** @description `due_on` (default), `-due_on` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_recommendations: {
        parameters: {
            query?: {
                inspection_id?: components["schemas"]["Id"];
                /** @description Made to this unit. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only those made to my unit. */
                mine?: boolean;
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description Only those that are open after their day. */
                late?: boolean;
                /** @description Made on this day or later. */
                made_from?: string;
                /** @description Made on this day or earlier. */
                made_to?: string;
                /** @description Words of the text, with or without marks. */
                q?: string;
                /** @description `due_on` (default), `-due_on` or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_recommendation: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fix_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationFix"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verify_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationCheck"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_recommendation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendationReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_referrals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Referral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_referral: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralNote"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Referral"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_reminders: {
        parameters: {
            query?: {
                plan_id?: components["schemas"]["Id"];
                unit_id?: components["schemas"]["Id"];
                /** @description Only those without an answer. */
                unanswered?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Reminder"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_reminders: {
        parameters: {
            query?: {
                plan_id?: components["schemas"]["Id"];
                unit_id?: components["schemas"]["Id"];
                /** @description Only those without an answer. */
                unanswered?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_period_reports: {
        parameters: {
            query?: {
                /**
                 * @description One or more kinds, with commas between.
                 * @example ward_final,ward_flash
                 */
                kind?: string;
                /** @description One or more states, with commas between. */
                status?: string;
                plan_id?: components["schemas"]["Id"];
                /** @description Of one unit. */
                unit_id?: components["schemas"]["Id"];
                /** @description Of one ward, for the upper level. */
                ward_id?: components["schemas"]["Id"];
                year?: number;
                /** @description `-period_to` (default), `-updated_at`, `updated_at` (for whoever follows changes). */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_due: {
        parameters: {
            query?: {
                /** @description The plan; the current one when left out. */
                plan_id?: components["schemas"]["Id"];
                /** @description `unit_week` or `unit_final` (default). */
                kind?: components["schemas"]["ReportKind"];
                /** @description A day of the week meant; today when left out. */
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsDue"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_reports: {
        parameters: {
            query?: {
                /**
                 * @description The `next_cursor` of the last answer; from the beginning when left out.
                 * @example 1717376460000000~
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportFeed"];
                };
            };
            /** @description Nothing changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compare_wards: {
        parameters: {
            query?: {
                /** @description This year when left out. */
                year?: number;
                /** @description `ward_final` (default) or `ward_flash`. */
                kind?: components["schemas"]["ReportKind"];
                /**
                 * @description Indicators with commas between; eight when left out, `all` for all.
                 * @example children_total,events_held
                 */
                codes?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportsOverview"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind_units: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReminder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindedUnits"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_report: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledge_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_appendix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_report_pdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_indicator_rows: {
        parameters: {
            query?: {
                /**
                 * @description Only the rows of one part, as `dimension:key`.
                 * @example sex:female
                 */
                part?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorRows"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revise_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportReason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_revisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ReportRevision"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_revision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionContent"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_difference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionDifference"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    send_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportSending"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportMove"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_safety_plans: {
        parameters: {
            query?: {
                /** @description One or several, with commas between; without it `requested,drafted`: what waits for the police. */
                status?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SafetyPlanLine"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_service_accounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ServiceAccount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_service_account: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewServiceAccount"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountWithSecret"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_service_accounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_service_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_service_account: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description `wrong_state`: it was revoked */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revoke_service_account: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountRevocation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description `wrong_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_service_account: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountWithSecret"];
                };
            };
            /** @description `wrong_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_attendance: {
        parameters: {
            query: {
                session_id: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceRoster"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_attendance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceMarks"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceTaken"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_summer: {
        parameters: {
            query?: {
                /** @description This year when left out. */
                year?: number;
                neighborhood_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerCount"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_summer_groups: {
        parameters: {
            query?: {
                year?: number;
                neighborhood_id?: components["schemas"]["Id"];
                /** @description Cancelled ones too. */
                cancelled?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerGroup"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_summer_group: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSummerGroup"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summer_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_summer_group: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerGroupChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_summer_group: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerCancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_summer_members: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerMembersAddition"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_summer_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                child_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerGroupDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_handovers: {
        parameters: {
            query?: {
                year?: number;
                school_id?: components["schemas"]["Id"];
                neighborhood_id?: components["schemas"]["Id"];
                /** @description One or more states, with commas between. */
                status?: string;
                /** @description `-created_at` (default) or `-updated_at`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Handover"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepare_handovers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHandovers"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoversMade"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    take_handover_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["HandoverListForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverListTaken"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_handover_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["HandoverListForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverListPreview"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_handover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_handover: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_cards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_handover_children: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverAddition"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_handover_child: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                child_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_handover_child: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
                child_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverChildChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverChild"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hand_over_children: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverSigning"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_handover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    print_minutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_children: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverSigning"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_handover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverReopening"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_children: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_summer_leaves: {
        parameters: {
            query?: {
                neighborhood_id?: components["schemas"]["Id"];
                child_id?: components["schemas"]["Id"];
                /** @description Leaves that hold this day. */
                on?: string;
                cancelled?: boolean;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerLeave"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_summer_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSummerLeave"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerLeave"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summer_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerLeave"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_summer_leave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerCancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerLeave"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_summer_opinions: {
        parameters: {
            query: {
                group_id: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerOpinion"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    record_summer_opinions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerOpinions"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerOpinion"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summer_reach: {
        parameters: {
            query: {
                year: number;
                /** @description A neighborhood leaves it out: its own. */
                neighborhood_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerReach"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_summer_sessions: {
        parameters: {
            query?: {
                year?: number;
                group_id?: components["schemas"]["Id"];
                neighborhood_id?: components["schemas"]["Id"];
                from?: string;
                to?: string;
                /** @description Cancelled ones too. */
                cancelled?: boolean;
                /** @description Only those of a whole neighborhood, of no single group. */
                whole?: boolean;
                /** @description `-on_date` (default) or `on_date`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SummerSession"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_summer_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSummerSession"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerSession"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_summer_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerSession"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_summer_session: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerSessionChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerSession"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_summer_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SummerCancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummerSession"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                plan_id?: components["schemas"]["Id"];
                section_id?: components["schemas"]["Id"];
                /** @description Tasks that this unit leads or joins. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only where this unit (my own where none is named) does work of its own, and it stands so. */
                part?: "any" | "done" | "doing" | "late" | "todo";
                /** @description One or more states, with commas between. */
                status?: string;
                priority?: components["schemas"]["Priority"];
                overdue?: boolean;
                /** @description Due from this day on. */
                due_from?: string;
                /** @description Due up to this day. */
                due_to?: string;
                /** @description Only what my unit takes part in. */
                mine?: boolean;
                /** @description Only what waits to be accepted. */
                needs_review?: boolean;
                /** @description Words of the title or text, with or without marks. */
                q?: string;
                /** @description `due_on` (default), `-due_on`, `-priority`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_task: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_many: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_tasks: {
        parameters: {
            query?: {
                plan_id?: components["schemas"]["Id"];
                section_id?: components["schemas"]["Id"];
                /** @description Tasks that this unit leads or joins. */
                unit_id?: components["schemas"]["Id"];
                /** @description Only where this unit (my own where none is named) does work of its own, and it stands so. */
                part?: "any" | "done" | "doing" | "late" | "todo";
                /** @description One or more states, with commas between. */
                status?: string;
                priority?: components["schemas"]["Priority"];
                overdue?: boolean;
                /** @description Due from this day on. */
                due_from?: string;
                /** @description Due up to this day. */
                due_to?: string;
                /** @description Only what my unit takes part in. */
                mine?: boolean;
                /** @description Only what waits to be accepted. */
                needs_review?: boolean;
                /** @description Words of the title or text, with or without marks. */
                q?: string;
                /** @description `due_on` (default), `-due_on`, `-priority`, `-updated_at` or `title`. */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_task: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accept_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskAcceptance"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCancellation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReminder"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_task_reminders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Reminder"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskReturn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskStart"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskSubmission"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_updates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TaskUpdate"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskUpdate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskUpdate"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                update_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskUpdate"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_units: {
        parameters: {
            query?: {
                kind?: components["schemas"]["UnitKind"];
                status?: components["schemas"]["UnitStatus"];
                /** @description One of the wards below, for a superior unit. */
                ward_id?: components["schemas"]["Id"];
                /** @description Words of the name, without regard to case and marks. */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Unit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_unit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUnit"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_units: {
        parameters: {
            query?: {
                kind?: components["schemas"]["UnitKind"];
                status?: components["schemas"]["UnitStatus"];
                /** @description One of the wards below, for a superior unit. */
                ward_id?: components["schemas"]["Id"];
                /** @description Words of the name, without regard to case and marks. */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_unit: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_unit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closing"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description `unit_still_busy`: people or open work remain */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_HistoryEntry"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_unit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                /** @description Words of the name or username, without regard to case and marks. */
                q?: string;
                role?: components["schemas"]["Role"];
                unit_id?: components["schemas"]["Id"];
                status?: components["schemas"]["UserStatus"];
                /**
                 * @description `name` (given name first, the default), `-name`, `username` or `-username`.
                 * @example name
                 */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_User"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUser"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_users: {
        parameters: {
            query?: {
                /** @description Words of the name or username, without regard to case and marks. */
                q?: string;
                role?: components["schemas"]["Role"];
                unit_id?: components["schemas"]["Id"];
                status?: components["schemas"]["UserStatus"];
                /**
                 * @description `name` (given name first, the default), `-name`, `username` or `-username`.
                 * @example name
                 */
                sort?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `own_account`, `last_admin` or `wrong_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enable_user: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `unit_not_active` or `wrong_state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetPassword"];
                };
            };
            /** @description `own_account` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_totp: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description `own_account` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_user_sessions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description `own_account` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_other_sessions: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description `own_account` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_wards: {
        parameters: {
            query?: {
                /** @description Words of the name, without regard to case and marks. */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Ward"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_ward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ward"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_ward: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WardChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ward"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_holidays: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Holiday"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_holiday: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHoliday"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holiday"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_holiday: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                holiday_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; nothing to answer */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhooks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Webhook"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `too_many_webhooks` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_webhooks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": number[];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_webhook: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhook_deliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_WebhookDelivery"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_webhook_delivery: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `webhook_off` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ping_webhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `webhook_off` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_webhook: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRotation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
