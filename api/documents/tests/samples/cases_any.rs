//! Documents of a case in which every word is what a test wants it to be.

use bup_documents::cases::*;
use chrono::{NaiveDate, NaiveDateTime};

use super::cases;

/// One of each with one text in every place that takes any.
pub fn all_of(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let (own, some) = (|| text.to_owned(), || Some(text.to_owned()));
    let head = Head {
        header: Header {
            parent: some(),
            issuer: own(),
            number: Some(u32::MAX),
            symbol: own(),
            place: own(),
            date: Some(NaiveDate::MAX),
        },
        form: own(),
    };
    let child =
        Child { name: some(), born: Some(NaiveDate::MIN), estimated_age: Some(u8::MAX), sex: None, residence: some() };
    let person = || Person { name: own(), position: own() };
    let party = || Party { body: own(), representatives: vec![person()], signing: vec![own()], signer: some() };
    let meeting = || Meeting { venue: some(), ..cases::meeting() };
    let officer = || Officer { position: own(), name: some() };
    let items = || vec![Item { code: own(), label: own(), level: Some(Level::Low), note: some() }];
    let assessment = || Assessment { harm: items(), resilience: items() };
    let needs = || vec![Need { need: own(), service: own(), provider: own() }];
    let parent = || Parent { name: some(), age: Some(u8::MAX), occupation: some() };
    let signer = || Signer { power: Power::Acting, name: some() };
    let decision = || Decision {
        head: head.clone(),
        authority: own(),
        legal_bases: vec![own(), own()],
        effective: Some(NaiveDate::MIN),
        responsible: vec![own()],
        recipients: vec![own()],
        signer: signer(),
    };
    let intake = Intake {
        head: head.clone(),
        kind: own(),
        channel: some(),
        received: Some(NaiveDateTime::MAX),
        child: child.clone(),
        place: some(),
        condition: some(),
        outlook: some(),
        father: parent(),
        mother: parent(),
        family: some(),
        carer: some(),
        done_before: some(),
        informant: Informant::Given { name: some(), phone: some(), address: some(), note: some() },
        officer: officer(),
    };
    let initial = InitialAssessment {
        head: head.clone(),
        kind: own(),
        child: child.clone(),
        assessed: Some(NaiveDateTime::MIN.date()),
        assessed_at: Some(NaiveDateTime::MIN.time()),
        assessment: assessment(),
        conclusion: some(),
        emergency: Some(false),
        needs: needs(),
        officer: officer(),
    };
    let detailed = DetailedAssessment {
        head: head.clone(),
        kind: own(),
        child: child.clone(),
        sections: vec![Section { heading: own(), text: some() }],
        assessment: assessment(),
        conclusion: some(),
        needs: needs(),
        officer: officer(),
    };
    let minutes = NeedsMeeting {
        head: head.clone(),
        meeting: meeting(),
        chair: person(),
        secretary: person(),
        present: vec![person()],
        family: Some(person()),
        child: child.clone(),
        child_opinion: some(),
        parents_opinion: some(),
        opinions: vec![Opinion { who: own(), text: own() }],
        needs: needs(),
        conclusion: some(),
    };
    let activity = Activity {
        what: own(),
        by: own(),
        with: some(),
        when: some(),
        cost: Some(i64::MIN),
        funding: some(),
        expected: some(),
        watched_by: some(),
    };
    let plan = SupportPlan {
        head: head.clone(),
        kind: own(),
        legal_bases: vec![own()],
        child: child.clone(),
        situation: some(),
        goals: vec![own()],
        from: Some(NaiveDate::MIN),
        to: Some(NaiveDate::MAX),
        activities: vec![activity],
        review_on: None,
        officer: officer(),
        approver: Some(signer()),
    };
    let plan_decision = PlanDecision {
        decision: decision(),
        child: child.clone(),
        from: None,
        to: None,
        lead: own(),
        partners: vec![own(), own()],
        cost: i64::MIN,
        funding: some(),
    };
    let separation = SeparationDecision {
        decision: decision(),
        child: child.clone(),
        apart_from: own(),
        reason: some(),
        longer_by: some(),
        place: SafePlace::Named(own()),
        carer: some(),
        lead: own(),
        ..cases::separation()
    };
    let review = Review {
        head: head.clone(),
        child: child.clone(),
        officer: officer(),
        done_on: None,
        assessment: assessment(),
        results: some(),
        state: some(),
        outcome: Some(Outcome::Continue),
        reasons: some(),
    };
    let closing = ClosingDecision {
        decision: decision(),
        child: child.clone(),
        plan_number: some(),
        plan_date: None,
        reasons: some(),
        lead: own(),
        follow_up: vec![own()],
    };
    let referral = Referral {
        head: head.clone(),
        receivers: vec![own(), own()],
        purpose: some(),
        services: vec![own()],
        data: vec![(own(), own())],
        answer_by: None,
        contact: Contact { name: some(), position: some(), phone: some() },
        recipients: vec![own()],
        signer: signer(),
    };
    let transfer = Transfer {
        head,
        legal_bases: vec![own()],
        meeting: meeting(),
        giver: party(),
        receiver: party(),
        child,
        reason: some(),
        state: some(),
        urgent: vec![own()],
        documents: vec![own()],
        copies: u32::MAX,
    };
    vec![
        ("intake", intake_docx(&intake).unwrap()),
        ("initial", initial_assessment_docx(&initial).unwrap()),
        ("detailed", detailed_assessment_docx(&detailed).unwrap()),
        ("minutes", needs_meeting_docx(&minutes).unwrap()),
        ("plan", plan_docx(&plan).unwrap()),
        ("plan decision", plan_decision_docx(&plan_decision).unwrap()),
        ("separation", separation_docx(&separation).unwrap()),
        ("review", review_docx(&review).unwrap()),
        ("closing", closing_docx(&closing).unwrap()),
        ("referral", referral_docx(&referral).unwrap()),
        ("transfer", transfer_docx(&transfer).unwrap()),
    ]
}
